import { randomUUID } from 'node:crypto';
import { currentEntityManager } from '../../platform/database/index.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
let jobId: string;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  const sale = { customer_name: 'Ana Reyes', amount: 40, date: '2026-03-01' };
  const run = await reconcileToEnd(app, spa, {
    reward_transactions: [
      { ...sale, program: 'alle' },
      { customer_name: 'Zoe Quill', amount: 25.5, date: '2026-02-02', program: 'aspire' },
    ],
    pos_transactions: [sale],
    threshold: 0.9,
  });
  jobId = run.jobId;
});
afterAll(() => app.close());

const get = (path: string, caller = spa.members.viewer) => app.http.get(path).set(caller.authorization);

test('the jobs of a time are counted and timed, beside the system and the model', async () => {
  const { body } = await get('/analytics/performance').expect(200);
  expect(body).toMatchObject({
    days: 30,
    system: { status: 'healthy' },
    model: { version: expect.any(String) },
  });
  expect(body.jobs).toMatchObject({
    started: 1,
    completed: 1,
    failed: 0,
    cancelled: 0,
    active: 0,
    transactions: 3,
    matches_found: 1,
  });
  expect(body.jobs.by_day).toEqual([
    { day: new Date().toISOString().slice(0, 10), completed: 1, transactions: 3, matches_found: 1 },
  ]);
  expect(body.jobs.median_seconds).toBeGreaterThan(0);
  expect(body.jobs.p95_seconds).toBeGreaterThanOrEqual(body.jobs.median_seconds);
  expect(body.jobs.transactions_per_second).toBeGreaterThan(0);
});

test('jobs before that time are left out, and without one there is no time to tell', async () => {
  const other = await app.createOrganization();
  const { body } = await get('/analytics/performance?days=7', other.members.admin).expect(200);
  expect(body.jobs).toMatchObject({ started: 0, completed: 0, median_seconds: null, by_day: [] });
  const move = (by: string) =>
    app.platform.database.withinOrganization(spa.organizationId, () =>
      currentEntityManager().query(`UPDATE jobs SET created_at = created_at + $1::interval`, [by]),
    );
  await move('-8 days');
  expect((await get('/analytics/performance?days=7')).body.jobs.started).toBe(0);
  expect((await get('/analytics/performance?days=9')).body.jobs.started).toBe(1);
  await move('8 days');
});

test('days are from one to a year', async () => {
  for (const days of ['0', '367', 'many']) {
    const { body } = await get(`/analytics/performance?days=${days}`).expect(422);
    expect(body.errors).toEqual([{ field: 'days', message: 'must be a whole number from 1 to 366' }]);
  }
});

test('one job is told by level, program, exception and decision, and its sums agree', async () => {
  const { body } = await get(`/analytics/jobs/${jobId}`).expect(200);
  expect(body).toMatchObject({
    job_id: jobId,
    status: 'completed',
    total_transactions: 3,
    rewards: 2,
    reward_amount: 65.5,
    by_program: [
      { program: 'alle', rewards: 1, matched: 1, reward_amount: 40, matched_amount: 40 },
      { program: 'aspire', rewards: 1, matched: 0, reward_amount: 25.5, matched_amount: 0 },
    ],
    decisions: {
      approved: 0,
      rejected: 0,
      re_paired: 0,
      written_off: 0,
      carried_over: 0,
      median_hours: null,
    },
  });
  expect(body.by_confidence.map((level: { confidence_level: string }) => level.confidence_level)).toEqual([
    'Very High',
    'High',
    'Medium',
    'Low',
    'Very Low',
  ]);
  const sumOf = (field: 'rewards' | 'reward_amount') =>
    body.by_confidence.reduce((sum: number, level: Record<string, number>) => sum + level[field]!, 0);
  expect([sumOf('rewards'), sumOf('reward_amount')]).toEqual([2, 65.5]);
  expect(body.processing_seconds).toBeGreaterThan(0);
  expect(body.exceptions.length).toBeGreaterThan(0);
});

test('a decision moves the dollars of its program', async () => {
  const { body: results } = await get(`/reconcile/jobs/${jobId}/results?result=match`).expect(200);
  await app.http
    .post(`/reconcile/jobs/${jobId}/results/${results.results[0].result_id}/decision`)
    .set(spa.members.reviewer.authorization)
    .send({ verdict: 'rejected' })
    .expect(200);
  const { body } = await get(`/analytics/jobs/${jobId}`).expect(200);
  expect(body.by_program[0]).toMatchObject({ program: 'alle', matched: 0, matched_amount: 0 });
  expect(body.decisions).toMatchObject({ rejected: 1, median_hours: expect.any(Number) });
});

test('a job of nobody here is not found, and no patient is named', async () => {
  await get(`/analytics/jobs/${randomUUID()}`).expect(404);
  const other = await app.createOrganization();
  await get(`/analytics/jobs/${jobId}`, other.members.admin).expect(404);
  const { text } = await get(`/analytics/jobs/${jobId}`).expect(200);
  expect(text).not.toMatch(/Reyes|Quill/);
});
