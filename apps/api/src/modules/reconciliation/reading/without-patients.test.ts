// What a member without patient access gets of results: everything but who the patients are.
import { buffer } from 'node:stream/consumers';
import type { JobResultsWire, ResultRowWire } from '@medspasync/schemas';
import { currentEntityManager } from '../../../platform/database/index.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../../testing/index.ts';

const CELLS = /quillfeather|zebedee|zelda|brunner|018.?7654|inkwell|botox|lindqvist|harbor|AUTH-77|PATIENT-/i;

const patient = {
  customer_name: 'Zebedee Quillfeather',
  customer_phone: '(555) 018-7654',
  customer_email: 'nib@inkwell.test',
  service: 'Botox Cosmetic',
  provider: 'Dr. Lindqvist',
  location: 'Harbor',
  reference: 'AUTH-77',
  date: '2026-03-02',
  amount: 40,
};

let app: TestApp;
let spa: TestOrganization;
let jobId: string;
let inFull: ResultRowWire[];
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  ({ jobId, rows: inFull } = await reconcileToEnd(app, spa, {
    reward_transactions: [
      { ...patient, transaction_id: 'PATIENT-1' },
      { customer_name: 'Zeb Brunner', amount: 75, date: '2026-03-04', program: 'alle' },
    ],
    pos_transactions: [
      { ...patient, transaction_id: 'PATIENT-2' },
      { customer_name: 'Zelda Brunner', amount: 310, date: '2026-03-09', program: 'alle' },
    ],
    threshold: 0.9,
  }));
  await app.http
    .post(`/reconcile/jobs/${jobId}/results/${inFull[0]!.result_id}/decision`)
    .set(spa.members.reviewer.authorization)
    .send({ verdict: 'approved', note: 'Zebedee Quillfeather called' })
    .expect(200);
  await app.http
    .post(`/reconcile/jobs/${jobId}/results/${inFull[0]!.result_id}/notes`)
    .set(spa.members.reviewer.authorization)
    .send({ text: 'Ask Zebedee' })
    .expect(200);
  await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query('UPDATE memberships SET patient_access = false WHERE user_id = $1', [
      spa.members.viewer.userId,
    ]),
  );
});
afterAll(() => app.close());

const get = (path: string) => app.http.get(path).set(spa.members.viewer.authorization);
const outline = async (): Promise<JobResultsWire> =>
  (await get(`/reconcile/jobs/${jobId}/results`).expect(200)).body;

test('the job, its numbers and its explanations are there, and no cell of a file', async () => {
  await get('/reconcile/history').expect(200);
  await get(`/reconcile/jobs/${jobId}`).expect(200);
  const { results, summary } = await outline();
  expect(JSON.stringify(results)).not.toMatch(CELLS);
  expect(summary.total_transactions).toBe(4);
  expect(results.map(({ match_probability }) => match_probability)).toEqual(
    inFull.map(({ match_probability }) => match_probability),
  );
  const [matched] = results;
  expect(matched!.reward_transaction).toEqual({ amount: 40, date: '2026-03-02' });
  expect(matched!.decision).toMatchObject({ verdict: 'approved', note: null });
  expect(matched!.notes).toEqual([]);
  const { base_log_odds, contributions, total_log_odds } = matched!.explanation!;
  const sum = contributions.reduce((total, { log_odds }) => total + log_odds, base_log_odds);
  expect(sum).toBeCloseTo(total_log_odds, 6);
  expect(contributions.find(({ comparison }) => comparison === 'name')!.detail).toBe('Same name');
});

test('the export names rows by their number', async () => {
  const { body } = await app.http
    .post('/export')
    .set(spa.members.viewer.authorization)
    .send({ job_id: jobId, format: 'csv' })
    .buffer(true)
    .parse((response, done) => {
      buffer(response as unknown as NodeJS.ReadableStream).then(
        (bytes) => void done(null, bytes),
        (error) => void done(error, null),
      );
    })
    .expect(200);
  const text = body.toString('utf8');
  expect(text).not.toMatch(CELLS);
  expect(text).toMatch(/^row:1,row:1,match,/m);
});

test('nobody is found by searching, and files stay closed', async () => {
  await app.http
    .post(`/reconcile/jobs/${jobId}/results/search`)
    .set(spa.members.viewer.authorization)
    .send({ q: 'Quillfeather' })
    .expect(403);
  await get('/uploads').expect(403);
});

test('a key that may read results in full still does', async () => {
  const { body: key } = await app.http
    .post('/auth/api-keys')
    .set(spa.members.admin.authorization)
    .send({ name: 'Books', permissions: ['reconciliation:read', 'exports:create'] })
    .expect(201);
  const { body } = await app.http
    .get(`/reconcile/jobs/${jobId}/results`)
    .set('X-API-Key', key.key)
    .expect(200);
  expect(body.results[0].reward_transaction.customer_name).toBe('Zebedee Quillfeather');
});

test('a key that may decide and not read is answered without names', async () => {
  const { body: key } = await app.http
    .post('/auth/api-keys')
    .set(spa.members.admin.authorization)
    .send({ name: 'Robot', permissions: ['reconciliation:decide'] })
    .expect(201);
  const { body } = await app.http
    .post(`/reconcile/jobs/${jobId}/results/${inFull[0]!.result_id}/notes`)
    .set('X-API-Key', key.key)
    .send({ text: 'Looked at.' })
    .expect(200);
  expect(body.reward_transaction.amount).toBe(inFull[0]!.reward_transaction!.amount);
  expect(JSON.stringify(body)).not.toContain('Quillfeather');
});

test('a sale that nothing claims names the reward that came nearest', async () => {
  const unclaimed = inFull.find(({ reward_transaction }) => reward_transaction === null)!;
  expect(unclaimed.nearest_reward).toMatchObject({
    reward_transaction: { customer_name: 'Zeb Brunner' },
    detail: expect.stringMatching(/^Nearest reward/),
  });
});
