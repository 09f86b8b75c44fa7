import { randomUUID } from 'node:crypto';
import { StartJobResponseWire, type TransactionWire, transactionToWire } from '@medspasync/schemas';
import { briefSample } from '@medspasync/test-kit';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { insert, startTestApp, type TestApp, type TestOrganization } from '../../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

const sample = briefSample();
const SAMPLE = {
  reward_transactions: sample.rewards.map(transactionToWire),
  pos_transactions: sample.pos.map(transactionToWire),
  threshold: 0.9,
};

const start = (request: object, organization = spa) =>
  app.http.post('/reconcile/start').set(organization.members.manager.authorization).send(request);
const get = (path: string, organization = spa) =>
  app.http.get(path).set(organization.members.viewer.authorization);
const cancel = (jobId: string, organization = spa) =>
  app.http.delete(`/reconcile/jobs/${jobId}`).set(organization.members.manager.authorization);
const query = <Row>(sql: string): Promise<Row[]> =>
  app.platform.database.withinOrganization(spa.organizationId, () => currentEntityManager().query(sql));
const FILE = 'customer_name,amount,date\nSarah Johnson,40,2024-01-15\n';
const upload = async (side: 'reward' | 'pos', organization = spa, content = FILE): Promise<string> => {
  const { body } = await app.http
    .post(`/upload/${side}-transactions`)
    .set(organization.members.reviewer.authorization)
    .attach('file', Buffer.from(content), 'file.csv')
    .expect(200);
  return body.upload_id;
};

test('two lists become a job that waits for a worker', async () => {
  const { body } = await start(SAMPLE).expect(202);
  expect(StartJobResponseWire.parse(body)).toEqual(body);
  expect(body).toMatchObject({ status: 'pending', total_transactions: 11 });
  expect(body.estimated_time_seconds).toBeGreaterThan(0);
  const { body: active } = await get('/reconcile/jobs').expect(200);
  expect(active).toMatchObject({ total_active: 1, active_jobs: [{ job_id: body.job_id, threshold: 0.9 }] });
  const { body: results } = await get(`/reconcile/jobs/${body.job_id}/results`).expect(200);
  expect(results).toMatchObject({ status: 'pending', results: [], total_results: 0 });
});

test('two uploads become a job', async () => {
  const [reward_upload_id, pos_upload_id] = [await upload('reward'), await upload('pos')];
  const { body } = await start({ reward_upload_id, pos_upload_id }).expect(202);
  expect(body.total_transactions).toBe(2);
});

test('an upload that a job has used keeps its mapping', async () => {
  const [reward_upload_id, pos_upload_id] = [await upload('reward'), await upload('pos')];
  await start({ reward_upload_id, pos_upload_id }).expect(202);
  const { body } = await app.http
    .put(`/uploads/${pos_upload_id}/mapping`)
    .set(spa.members.reviewer.authorization)
    .send({ columns: [{ column_index: 1, field: 'amount' }] })
    .expect(409);
  expect(body.code).toBe('upload.in_use');
});

describe('the same job id', () => {
  test('with the same request starts one job and gets one answer, 20 times at once too', async () => {
    const request = { ...SAMPLE, job_id: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => start(request)));
    for (const { body, status } of answers)
      expect({ status, body }).toEqual({ status: 202, body: answers[0]!.body });
    const { body } = await get('/reconcile/history').expect(200);
    expect(body.total_returned).toBe(1);
    expect(await query<{ n: number }>('SELECT count(*)::int AS n FROM transactions')).toEqual([{ n: 11 }]);
  });

  test('of a job that was cancelled is told so, and starts nothing', async () => {
    const request = { ...SAMPLE, job_id: randomUUID() };
    await start(request).expect(202);
    await cancel(request.job_id).expect(200);
    const { body } = await start(request).expect(202);
    expect(body).toMatchObject({ status: 'cancelled', estimated_time_seconds: 0 });
  });

  test('with another request is refused', async () => {
    const job_id = randomUUID();
    await start({ ...SAMPLE, job_id }).expect(202);
    const { body } = await start({ ...SAMPLE, job_id, threshold: 0.5 }).expect(409);
    expect(body.code).toBe('job.id_taken');
  });

  test('may be used by another organization for a job of its own', async () => {
    const job_id = randomUUID();
    const other = await app.createOrganization();
    await start({ ...SAMPLE, job_id }).expect(202);
    await start({ ...SAMPLE, job_id, threshold: 0.5 }, other).expect(202);
    expect((await get(`/reconcile/jobs/${job_id}`, other)).body.threshold).toBe(0.5);
    expect((await get(`/reconcile/jobs/${job_id}`)).body.threshold).toBe(0.9);
  });
});

describe('a request that cannot be a job', () => {
  const good: TransactionWire = { amount: 40, date: '2024-01-15' };
  const fieldsOf = async (request: object): Promise<string[]> => {
    const { body } = await start(request).expect(422);
    return body.errors.map(({ field }: { field: string }) => field);
  };

  test('names every bad date of both lists at once', async () => {
    const bad = { ...good, date: '31/02/2024' };
    const fields = await fieldsOf({
      reward_transactions: [good, good, good, bad],
      pos_transactions: [{ ...good, date: 'soon' }, good],
    });
    expect(fields).toEqual(['reward_transactions[3].date', 'pos_transactions[0].date']);
  });

  test('names a bad amount, a bad date and a missing side at once', async () => {
    const fields = await fieldsOf({ reward_transactions: [good, { amount: -5, date: '31/02/2024' }] });
    expect(fields.sort()).toEqual([
      'pos_transactions',
      'reward_transactions[1].amount',
      'reward_transactions[1].date',
    ]);
  });

  test.each([
    ['a negative amount', { amount: -1 }, 'reward_transactions[0].amount'],
    ['half a cent', { amount: 1.005 }, 'reward_transactions[0].amount'],
    ['no amount', { date: '2024-01-15' }, 'reward_transactions[0].amount'],
    ['a field nobody knows', { ...good, ssn: '1' }, 'reward_transactions[0].ssn'],
    ['a NUL', { ...good, service: 'Bo\0tox' }, 'reward_transactions[0].service'],
    ['half a character', { ...good, provider: 'Dr. \ud800' }, 'reward_transactions[0].provider'],
  ])('names the field with %s', async (_what, reward, field) => {
    expect(await fieldsOf({ reward_transactions: [reward], pos_transactions: [good] })).toEqual([field]);
  });

  test('names the sides that are missing, doubled or empty', async () => {
    expect(await fieldsOf({ pos_upload_id: randomUUID(), pos_transactions: [good] })).toEqual([
      'reward_transactions',
      'pos_transactions',
    ]);
    expect(await fieldsOf({ reward_transactions: [], pos_transactions: [good] })).toEqual([
      'reward_transactions',
    ]);
  });

  test.each([
    'of another organization',
    'of the other side',
    'of nobody',
  ])('finds no upload %s', async (whose) => {
    const other = await app.createOrganization();
    const uploads: Record<string, () => Promise<string>> = {
      'of another organization': () => upload('reward', other),
      'of the other side': () => upload('pos'),
      'of nobody': async () => randomUUID(),
    };
    const reward_upload_id = await uploads[whose]!();
    const { body } = await start({ reward_upload_id, pos_upload_id: await upload('pos') }).expect(404);
    expect(body.errors).toMatchObject([{ field: 'reward_upload_id' }]);
  });

  test('names every upload that waits for its amount column', async () => {
    const unread = 'Guest,Day\nSarah Johnson,2024-01-15\n';
    const reward_upload_id = await upload('reward', spa, unread);
    const pos_upload_id = await upload('pos', spa, unread);
    const { body } = await start({ reward_upload_id, pos_upload_id }).expect(422);
    expect(body).toMatchObject({
      code: 'upload.no_amount_column',
      errors: [{ field: 'reward_upload_id' }, { field: 'pos_upload_id' }],
    });
    expect(await fieldsOf({ reward_upload_id, pos_transactions: [good] })).toEqual(['reward_upload_id']);
  });

  test('leaves nothing behind', async () => {
    await start({ ...SAMPLE, pos_transactions: [{ ...good, date: 'soon' }] }).expect(422);
    await start({ reward_transactions: [good], pos_upload_id: randomUUID() }).expect(404);
    expect(await query('SELECT id FROM uploads')).toEqual([]);
  });
});

test('a waiting job is cancelled at once, and cancelling again changes nothing', async () => {
  const { body } = await start(SAMPLE).expect(202);
  for (let turn = 0; turn < 2; turn += 1) {
    const { body: cancelled } = await cancel(body.job_id).expect(200);
    expect(cancelled.job_id).toBe(body.job_id);
    expect((await get(`/reconcile/jobs/${body.job_id}`)).body.status).toBe('cancelled');
  }
  expect((await get('/reconcile/jobs')).body.total_active).toBe(0);
});

test('another organization finds neither the job nor its results, and cannot cancel it', async () => {
  const { body } = await start(SAMPLE).expect(202);
  const other = await app.createOrganization();
  await get(`/reconcile/jobs/${body.job_id}`, other).expect(404);
  await get(`/reconcile/jobs/${body.job_id}/results`, other).expect(404);
  await cancel(body.job_id, other).expect(404);
  expect((await get('/reconcile/history', other)).body.jobs).toEqual([]);
  expect((await get(`/reconcile/jobs/${body.job_id}`)).body.status).toBe('pending');
});

test('the history has the newest job first, as many as asked for', async () => {
  const first = await start(SAMPLE).expect(202);
  const second = await start(SAMPLE).expect(202);
  const { body } = await get('/reconcile/history').expect(200);
  expect(body.jobs.map(({ job_id }: { job_id: string }) => job_id)).toEqual([
    second.body.job_id,
    first.body.job_id,
  ]);
  expect((await get('/reconcile/history?limit=1')).body.total_returned).toBe(1);
});

test('a reviewer decides about results but starts no job', async () => {
  await app.http.post('/reconcile/start').set(spa.members.reviewer.authorization).send(SAMPLE).expect(403);
});

test('a job that was written down but never enqueued is found when the API starts', async () => {
  const id = randomUUID();
  const [rewardUploadId, posUploadId] = [await upload('reward'), await upload('pos')];
  await app.platform.database.withinOrganization(spa.organizationId, () =>
    insert('jobs', {
      organization_id: currentOrganizationId(),
      id,
      reward_upload_id: rewardUploadId,
      pos_upload_id: posUploadId,
      threshold: 0.9,
      request_digest: Buffer.alloc(32),
      total_transactions: 2,
    }),
  );
  const waiting = async () => (await app.platform.queue.counts()).waiting;
  const before = await waiting();
  await app.container.start();
  app.container.stop();
  expect(await waiting()).toBe(before + 1);
  const [job] = await query<{ enqueued_at: Date | null }>(`SELECT enqueued_at FROM jobs WHERE id = '${id}'`);
  expect(job!.enqueued_at).not.toBeNull();
});
