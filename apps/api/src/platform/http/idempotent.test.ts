import { randomUUID } from 'node:crypto';
import openapi from '../../generated/openapi.json' with { type: 'json' };
import { startTestApp, TEST_PASSWORD, type TestApp, type TestOrganization } from '../../testing/index.ts';
import { keyRing, PatientSeal } from '../crypto/index.ts';
import { currentEntityManager } from '../database/index.ts';
import { KeptAnswers } from './kept-answers.ts';
import { OldAnswers } from './old-answers.ts';
import { WITHOUT_IDEMPOTENCY_KEY } from './without-idempotency-key.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization();
});
afterAll(() => app.close());

const books = {
  reward_transactions: [{ customer_name: 'Sarah Johnson', amount: 40, date: '2024-01-15' }],
  pos_transactions: [{ customer_name: 'Sarah Johnson', amount: 40, date: '2024-01-15' }],
};

const start = (key: string, body: object = books, caller = spa.members.manager) =>
  app.http.post('/reconcile/start').set(caller.authorization).set('Idempotency-Key', key).send(body);

const countOf = (table: string): Promise<number> =>
  app.platform.database.withinOrganization(spa.organizationId, async () => {
    const [row] = await currentEntityManager().query<{ count: string }[]>(`SELECT count(*) FROM ${table}`);
    return Number(row!.count);
  });

test('a request sent again under its key does nothing again and gets the same answer', async () => {
  const key = randomUUID();
  const first = await start(key).expect(202);
  const jobs = await countOf('jobs');
  const second = await start(key).expect(202);
  expect(second.body).toEqual(first.body);
  expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
    undefined,
    'true',
  ]);
  expect(await countOf('jobs')).toBe(jobs);
  await app.http
    .get(`/reconcile/jobs/${first.body.job_id}`)
    .set(spa.members.manager.authorization)
    .expect(200);
});

test('both prefixes are one operation', async () => {
  const key = randomUUID();
  const first = await start(key).expect(202);
  const { body } = await app.http
    .post('/api/v1/reconcile/start')
    .set(spa.members.manager.authorization)
    .set('Idempotency-Key', key)
    .send(books)
    .expect(202);
  expect(body.job_id).toBe(first.body.job_id);
});

test('of 50 at once one does it; the others get its answer or are told to wait', async () => {
  const key = randomUUID();
  const before = await countOf('jobs');
  const answers = await Promise.all(Array.from({ length: 50 }, () => start(key)));
  expect(await countOf('jobs')).toBe(before + 1);
  const done = answers.filter(({ status }) => status === 202);
  expect(new Set(done.map(({ body }) => body.job_id)).size).toBe(1);
  for (const { body, status } of answers.filter((answer) => answer.status !== 202))
    expect([status, body.code]).toEqual([409, 'idempotency.in-flight']);
});

test('a key stands for one request only', async () => {
  const key = randomUUID();
  await start(key).expect(202);
  const { body } = await start(key, { ...books, threshold: 0.9 }).expect(422);
  expect(body.code).toBe('idempotency.key-reused');
});

test('the same key of another person is another key', async () => {
  const key = randomUUID();
  const first = await start(key).expect(202);
  const other = await start(key, books, spa.members.admin).expect(202);
  expect(other.body.job_id).not.toBe(first.body.job_id);
});

test('a refused request keeps nothing and can be mended under its key', async () => {
  const key = randomUUID();
  await start(key, { ...books, threshold: 7 }).expect(422);
  const unknown = { reward_upload_id: randomUUID(), pos_transactions: books.pos_transactions };
  const uploads = await countOf('uploads');
  await start(key, unknown).expect(404);
  expect(await countOf('uploads')).toBe(uploads);
  await start(key).expect(202);
});

test('a key of more than 255 characters is named', async () => {
  const { body } = await start('k'.repeat(256)).expect(422);
  expect(body.errors).toEqual([{ field: 'Idempotency-Key', message: 'must have 1 to 255 characters' }]);
});

test('what was answered is sealed in the database', async () => {
  const key = randomUUID();
  const { body } = await start(key).expect(202);
  const [row] = await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query('SELECT sealed_body FROM kept_answers WHERE key = $1', [key]),
  );
  expect(row.sealed_body).toMatch(/^gAAAA/);
  expect(row.sealed_body).not.toContain(body.job_id);
});

test('a review is noted once, and its answer comes again', async () => {
  const { admin, manager } = spa.members;
  const patientAccess = (patient_access: boolean) =>
    app.http
      .patch(`/organizations/current/members/${manager.userId}`)
      .set(admin.authorization)
      .send({ patient_access });
  await patientAccess(false).expect(200);
  const { body: opened } = await app.http
    .post('/auth/break-glass')
    .set(manager.authorization)
    .send({ reason: 'A claim is due today.' })
    .expect(201);
  const address = `/auth/break-glass/${opened.break_glass_id}`;
  await app.http.delete(address).set(manager.authorization).expect(204);
  await patientAccess(true).expect(200);
  const review = () =>
    app.http
      .post(`${address}/review`)
      .set(admin.authorization)
      .set('Idempotency-Key', opened.break_glass_id)
      .send({ note: 'Looked at.' });
  const first = await review().expect(200);
  const second = await review().expect(200);
  expect(second.body).toEqual(first.body);
  expect(second.headers['idempotency-replayed']).toBe('true');
});

test('who joins by an invitation joins once, and hears so a second time under the same key', async () => {
  const { body: invitation } = await app.http
    .post('/organizations/current/invitations')
    .set(spa.members.admin.authorization)
    .send({ email: `nina.${randomUUID()}@spa.test`, role: 'viewer' })
    .expect(201);
  const { token } = invitation;
  const accept = (key: string, display_name = 'Nina Moreau') =>
    app.http
      .post('/invitations/accept')
      .set('Idempotency-Key', key)
      .send({ token, display_name, password: 'seven-otters-in-a-quiet-canal' });
  const key = randomUUID();
  const first = await accept(key).expect(200);
  expect((await accept(key).expect(200)).body).toEqual(first.body);
  expect((await accept(key, 'Somebody Else').expect(422)).body.code).toBe('idempotency.key-reused');
  await accept(randomUUID()).expect(410);
});

test('an answer given again is in the audit log', async () => {
  const key = randomUUID();
  await start(key).expect(202);
  const replays = async () =>
    (
      await app.platform.database.withinOrganization(spa.organizationId, () =>
        currentEntityManager().query<{ payload: string }[]>('SELECT payload FROM audit_events ORDER BY seq'),
      )
    )
      .map(({ payload }) => JSON.parse(payload))
      .filter(({ action }) => action === 'answer.replayed');
  const before = (await replays()).length;
  await start(key).expect(202);
  const after = await replays();
  expect(after).toHaveLength(before + 1);
  expect(after.at(-1)).toMatchObject({
    actor: { user_id: spa.members.manager.userId },
    detail: { operation: 'POST /reconcile/start' },
  });
});

describe('an answer that is a credential is kept nowhere, and sent again does nothing again', () => {
  const kept = () => new KeptAnswers(new PatientSeal(keyRing(app.platform.config.fernetKeys)));
  test.each([
    ['an API key', '/auth/api-keys', { name: 'Till', permissions: ['health:read'] }, 'api_keys', 201],
    [
      'a webhook',
      '/webhooks',
      { url: 'https://hooks.spa.test/', events: ['job.completed'] },
      'webhook_endpoints',
      201,
    ],
    [
      'an invitation',
      '/organizations/current/invitations',
      { email: 'nina@spa.test', role: 'viewer' },
      'invitations',
      201,
    ],
    ['a password reset', 'password-reset', undefined, 'password_resets', 201],
    ['a second factor', '/auth/mfa/totp', { password: TEST_PASSWORD }, 'second_factors', 200],
  ])('%s', async (_, path, body, table, status) => {
    const { admin, viewer } = spa.members;
    const address = path.startsWith('/') ? path : `/organizations/current/members/${viewer.userId}/${path}`;
    const key = randomUUID();
    const send = () => app.http.post(address).set(admin.authorization).set('Idempotency-Key', key).send(body);
    await send().expect(status);
    const made = await countOf(table);
    expect((await send().expect(409)).body.code).toBe('idempotency.credential-not-kept');
    expect(await countOf(table)).toBe(made);
    const asked = { userId: admin.userId, operation: `POST ${address}`, key };
    const found = await app.platform.database.withinOrganization(spa.organizationId, () =>
      kept().find(asked),
    );
    expect(found).toMatchObject({ status, body: '' });
  });
});

describe('a file sent again under its key', () => {
  const FILE = 'transaction_id,customer_name,amount,date\nR-1,Sarah Johnson,40,2024-01-15\n';
  const send = (key: string, content = FILE, query = '') =>
    app.http
      .post(`/upload/reward-transactions${query}`)
      .set(spa.members.reviewer.authorization)
      .set('Idempotency-Key', key)
      .attach('file', Buffer.from(content), 'rewards.csv');

  test('is stored once and gets the same answer, rows and all', async () => {
    const key = randomUUID();
    const first = await send(key).expect(200);
    const uploads = await countOf('uploads');
    const second = await send(key).expect(200);
    expect(second.body).toEqual(first.body);
    expect(second.body.recognized).toEqual({ new: 1, same: 0, changed: 0 });
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(await countOf('uploads')).toBe(uploads);
  });

  test('is known by its bytes: one byte more is another file, a preview is another request', async () => {
    const key = randomUUID();
    await send(key).expect(200);
    for (const other of [send(key, `${FILE}\n`), send(key, FILE, '?preview=true')]) {
      const { body } = await other.expect(422);
      expect(body.code).toBe('idempotency.key-reused');
    }
  });

  test('is worked on by one of ten at once', async () => {
    const key = randomUUID();
    const uploads = await countOf('uploads');
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(key)));
    expect(await countOf('uploads')).toBe(uploads + 1);
    const done = answers.filter(({ status }) => status === 200);
    expect(new Set(done.map(({ body }) => body.upload_id)).size).toBe(1);
    for (const { body, status } of answers.filter((answer) => answer.status !== 200))
      expect([status, body.code]).toEqual([409, 'idempotency.in-flight']);
  });

  test('keeps nothing when it is refused, and can be mended under its key', async () => {
    const key = randomUUID();
    const uploads = await countOf('uploads');
    await send(key, FILE.replace('2024-01-15', '2024-02-31')).expect(422);
    expect(await countOf('uploads')).toBe(uploads);
    await send(key).expect(200);
  });
});

test('what was kept a day ago goes, also of an organization that never comes back', async () => {
  const gone = await app.createOrganization();
  await start(randomUUID(), books, gone.members.manager).expect(202);
  await start(randomUUID()).expect(202);
  const age = (organizationId: string) =>
    app.platform.database.withinOrganization(organizationId, () =>
      currentEntityManager().query(
        "UPDATE kept_answers SET kept_at = now() - interval '25 hours' RETURNING id",
      ),
    );
  const [aged] = await age(gone.organizationId);
  const kept = await countOf('kept_answers');
  const oldAnswers = new OldAnswers(app.platform.database, app.platform.logger);
  expect(await oldAnswers.look()).toBe(aged.length);
  expect([await countOf('kept_answers'), await oldAnswers.look()]).toEqual([kept, 0]);
});

test('every POST takes a key, or says in the one table why not', () => {
  const posts = Object.values(openapi.paths as Record<string, { post?: PostOperation }>).flatMap(
    ({ post }) => post ?? [],
  );
  const without = posts.filter((post) => !post['x-idempotent']).map(({ operationId }) => operationId);
  expect(without.sort()).toEqual(Object.keys(WITHOUT_IDEMPOTENCY_KEY).sort());
  for (const { description, operationId } of posts.filter((post) => !post['x-idempotent']))
    expect(description).toContain(WITHOUT_IDEMPOTENCY_KEY[operationId]);
});

interface PostOperation {
  operationId: string;
  description: string;
  'x-idempotent'?: boolean;
}
