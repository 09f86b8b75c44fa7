// Bodies that take long to read: what is in them arrives as it would in a small one, and what is only meant to take long is refused.
import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization();
});
afterAll(() => app.close());

const post = (path: string, json: string) =>
  app.http.post(path).set(spa.members.manager.authorization).type('application/json').send(json);
const start = (body: object) => post('/reconcile/start', JSON.stringify(body));

const rows = (count: number, more = {}) =>
  Array.from({ length: count }, (_, n) => ({
    transaction_id: `T-${n}`,
    customer_name: 'Zoë Müller',
    amount: n % 100,
    date: '2024-01-15',
    ...more,
  }));
const LARGE = { reward_transactions: rows(1500), pos_transactions: rows(1500) };

test('a large body is a job like a small one, with the threshold of this installation', async () => {
  const job_id = randomUUID();
  const { body } = await start({ ...LARGE, job_id }).expect(202);
  expect(body).toMatchObject({ job_id, status: 'pending', total_transactions: 3000 });
  const { body: job } = await app.http
    .get(`/reconcile/jobs/${job_id}`)
    .set(spa.members.viewer.authorization)
    .expect(200);
  expect(job.threshold).toBe(app.platform.config.model.threshold);
});

test('sent again it is the same request, by its id and by its key; another one is another', async () => {
  const [job_id, key] = [randomUUID(), randomUUID()];
  const again = async (body: object) => (await start(body).set('Idempotency-Key', key)).body;
  const first = await again({ ...LARGE, job_id });
  expect(await again({ ...LARGE, job_id })).toEqual(first);
  expect((await again({ ...LARGE, job_id, threshold: 0.5 })).code).toBe('idempotency.key-reused');
  expect((await start({ ...LARGE, job_id }).expect(202)).body).toEqual(first);
  expect((await start({ ...LARGE, job_id, threshold: 0.5 }).expect(409)).body.code).toBe('job.id_taken');
});

test('a large batch is scored pair by pair', async () => {
  const { body } = await post('/predict/batch', JSON.stringify({ ...LARGE, threshold: 0.9 })).expect(200);
  expect(body.results).toHaveLength(1500);
});

test('everything wrong with it is said at once', async () => {
  const bad = { ...LARGE.reward_transactions[0], date: '2024-02-31' };
  const { body } = await start({ ...LARGE, pos_transactions: [...rows(1500), bad], threshold: 2 }).expect(
    422,
  );
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
    'threshold',
    'pos_transactions[1500].date',
  ]);
});

test('a list with too many rows is refused for that, whatever its rows say', async () => {
  const list = `[${Array(200_000).fill('{"amount":1}').join()}]`;
  const { body } = await post('/reconcile/start', `{"reward_transactions":${list}}`).expect(422);
  expect(body.errors[0]).toMatchObject({ field: 'reward_transactions' });
});

test.each([
  ['millions of empty lists', 413, 'request.too-large', `[${'[],'.repeat(3_000_000)}[]]`],
  ['lists within lists', 413, 'request.too-large', '['.repeat(100_000)],
  ['a list that does not end', 400, 'request.malformed', `[${'1,'.repeat(100_000)}`],
  ['text that does not end', 400, 'request.malformed', `["${'\\"'.repeat(100_000)}`],
  ['a number', 422, 'request.invalid', `1${'0'.repeat(100_000)}`],
])('%s get an answer: %i %s', async (_what, status, code, json) => {
  for (const path of ['/reconcile/start', '/predict/batch']) {
    const { body } = await post(path, json).expect(status);
    expect(body.code).toBe(code);
  }
});

test('so do those where no books are taken', async () => {
  const { body } = await post('/aliases', `{"names":[${'[],'.repeat(200_000)}[]]}`).expect(413);
  expect(body.code).toBe('request.too-large');
});

test('JSON in another encoding of Unicode is read, in any other it is not', async () => {
  const send = (body: object, charset: string, encoding: BufferEncoding) =>
    app.http
      .post('/reconcile/start')
      .set(spa.members.manager.authorization)
      .set('Content-Type', `application/json; charset=${charset}`)
      .serialize((given: object) => Buffer.from(JSON.stringify(given), encoding) as never)
      .send(body);
  await send(LARGE, 'utf-16le', 'utf16le').expect(202);
  await send(LARGE, 'latin1', 'latin1').expect(415);
});
