// A second job over rows that people have decided about: what they said stands, unless the rows have changed.
import { randomUUID } from 'node:crypto';
import type { AuditEventWire, JobResultsWire, ResultRowWire } from '@medspasync/schemas';
import { currentEntityManager } from '../../../platform/database/index.ts';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

const HEADER = 'transaction_id,customer_name,customer_phone,amount,date,program';
const REWARDS = [
  'R-1,Ana Reyes,5550100001,40.00,2024-01-15,alle',
  'R-2,Ben Okafor,5550100002,60.00,2024-01-16,evolus',
  'R-3,Cleo Marsh,5550100003,25.00,2024-01-17,alle',
];
const SALES = [
  'P-1,Ana Reyes,5550100001,40.00,2024-01-15,alle',
  'P-2,Ben Okafor,5550100002,60.00,2024-01-16,evolus',
  'P-4,Dora Lindqvist,5550100009,75.00,2024-01-18,alle',
];

async function upload(side: 'reward' | 'pos', lines: readonly string[]): Promise<string> {
  const { body } = await app.http
    .post(`/upload/${side}-transactions`)
    .set(spa.members.reviewer.authorization)
    .attach('file', Buffer.from([HEADER, ...lines].join('\n')), `${side}.csv`)
    .expect(200);
  return body.upload_id;
}

/** At a threshold of certainty every pair waits for a person. */
async function run(rewards = REWARDS, sales = SALES, threshold = 1): Promise<FinishedRun> {
  return reconcileToEnd(app, spa, {
    reward_upload_id: await upload('reward', rewards),
    pos_upload_id: await upload('pos', sales),
    threshold,
  });
}

const decide = (job: FinishedRun, id: string, decision: object) =>
  app.http.post(job.pathOf(id)).set(spa.members.reviewer.authorization).send(decision).expect(200);
const undo = (job: FinishedRun, id: string) =>
  app.http.delete(job.pathOf(id)).set(spa.members.reviewer.authorization).expect(200);
const summaryOf = async ({ jobId }: FinishedRun): Promise<JobResultsWire['summary']> =>
  (await app.http.get(`/reconcile/jobs/${jobId}/results`).set(spa.members.viewer.authorization)).body.summary;

test('decisions about rows that are the same stand in the next job, with who made them, when and in which', async () => {
  const first = await run();
  await decide(first, 'R-1', { verdict: 'approved', note: 'Saw the receipt' });
  await decide(first, 'R-2', { verdict: 'rejected' });
  await decide(first, 'R-3', { verdict: 'written_off', reason: 'expired', note: 'Too late' });
  await decide(first, 'P-4', { verdict: 'written_off', reason: 'goodwill', note: 'A gift' });
  const before = await summaryOf(first);

  const second = await run([...REWARDS].reverse(), SALES);
  const original = (
    await app.http.get(`/reconcile/jobs/${first.jobId}/results`).set(spa.members.viewer.authorization)
  ).body.results as ResultRowWire[];
  for (const id of ['R-1', 'R-2', 'R-3', 'P-4']) {
    const { decision } = original.find(({ result_id }) => result_id === first.rowOf(id).result_id)!;
    expect(second.rowOf(id)).toMatchObject({
      decision: { ...decision!, decision_id: expect.any(String), carried_from_job_id: first.jobId },
      earlier_decision: null,
    });
  }
  expect(await summaryOf(second)).toEqual(before);
});

test('another pair, and a split of several sales, stand too', async () => {
  const sales = [
    ...SALES,
    'P-5,Emil Hart,5550100010,15.00,2024-01-19,alle',
    'P-6,Fay Noor,5550100011,10.00,2024-01-19,alle',
  ];
  const first = await run(REWARDS, sales);
  const resultOf = (id: string) => first.rowOf(id).result_id;
  await decide(first, 'R-3', { verdict: 're_paired', pos_result_ids: [resultOf('P-5'), resultOf('P-6')] });
  const why = 'The rest was paid in cash.';
  await decide(first, 'R-2', { verdict: 're_paired', pos_result_id: resultOf('P-4'), note: why });
  const second = await run(REWARDS, [...sales].reverse());
  const chosen = (id: string) =>
    second
      .rowOf(id)
      .decision!.pos_transactions.map((sale) => sale.transaction_id)
      .sort();
  expect([chosen('R-3'), chosen('R-2')]).toEqual([['P-5', 'P-6'], ['P-4']]);
  expect(await summaryOf(second)).toEqual(await summaryOf(first));
});

test('a corrected amount reopens its decision and says why', async () => {
  const first = await run();
  await decide(first, 'R-1', { verdict: 'approved' });
  await decide(first, 'R-2', { verdict: 'approved' });
  const second = await run(
    [REWARDS[0]!.replace('40.00', '45.00'), ...REWARDS.slice(1)],
    [SALES[0]!, SALES[1]!.replace('60.00', '59.00'), SALES[2]!],
  );
  expect(second.rowOf('R-1')).toMatchObject({
    decision: null,
    earlier_decision: {
      job_id: first.jobId,
      verdict: 'approved',
      decided_by: 'The reviewer',
      why: 'row_changed',
      changed_fields: ['amount'],
      remark: 'The row has changed since: amount.',
    },
  });
  expect(second.rowOf('R-2').earlier_decision).toMatchObject({
    why: 'sale_changed',
    remark: 'Its sale has changed since: amount.',
  });
  expect((await summaryOf(second)).matched_amount).toBe(0);
});

test('what is open again waits for a person, however sure the run is', async () => {
  const first = await run();
  await decide(first, 'R-1', { verdict: 'rejected' });
  const second = await run(
    [REWARDS[0]!.replace('2024-01-15', '2024-01-16'), ...REWARDS.slice(1)],
    SALES,
    0.7,
  );
  expect(second.rowOf('R-1').result).toBe('review_required');
  expect(second.rowOf('R-2').result).toBe('match');
  const { body } = await app.http
    .get(`/reconcile/jobs/${second.jobId}`)
    .set(spa.members.viewer.authorization);
  expect(body.matches_found).toBe((await summaryOf(second)).as_found.matches_found);
});

test('the last word counts: what was taken back is not carried, and stays taken back', async () => {
  const first = await run();
  await decide(first, 'R-1', { verdict: 'approved' });
  const second = await run();
  const { body } = await undo(second, 'R-1');
  expect(body).toMatchObject({ decision: null });
  const third = await run();
  expect(third.rowOf('R-1')).toMatchObject({ decision: null, earlier_decision: null });
  await decide(third, 'R-1', { verdict: 'rejected' });
  const fourth = await run();
  expect(fourth.rowOf('R-1').decision).toMatchObject({
    verdict: 'rejected',
    carried_from_job_id: third.jobId,
  });
});

test('a write-off that was approved in a later job stays approved in the next', async () => {
  const first = await run();
  for (const id of ['R-1', 'R-2', 'R-3'])
    await decide(first, id, { verdict: 'written_off', reason: 'expired', note: 'Too late' });
  const second = await run();
  for (const id of ['R-1', 'R-2', 'R-3'])
    await app.http
      .post(second.pathOf(id, 'decision/approval'))
      .set(spa.members.manager.authorization)
      .expect(200);
  const third = await run();
  for (const id of ['R-1', 'R-2', 'R-3'])
    expect(third.rowOf(id).decision).toMatchObject({ approval: { status: 'approved' } });
});

test('a decision carried twice names the job it was made in', async () => {
  const first = await run();
  await decide(first, 'R-1', { verdict: 'approved', note: 'Saw the receipt' });
  await run();
  const third = await run();
  expect(third.rowOf('R-1').decision).toMatchObject({
    carried_from_job_id: first.jobId,
    note: 'Saw the receipt',
  });
});

test('lists sent in a request are rows like any other', async () => {
  const books = {
    reward_transactions: [
      { transaction_id: 'R-9', customer_name: 'Ana Reyes', amount: 40, date: '2024-01-15' },
    ],
    pos_transactions: [{ transaction_id: 'P-9', customer_name: 'Ana Reyes', amount: 40, date: '2024-01-15' }],
    threshold: 1,
  };
  const { jobId, rows } = await reconcileToEnd(app, spa, books);
  await app.http
    .post(`/reconcile/jobs/${jobId}/results/${rows[0]!.result_id}/decision`)
    .set(spa.members.reviewer.authorization)
    .send({ verdict: 'approved' })
    .expect(200);
  const again = await reconcileToEnd(app, spa, books);
  expect(again.rows[0]!.decision).toMatchObject({ carried_from_job_id: jobId });
});

test('what is carried is one event of the audit log, and teaches nothing twice', async () => {
  const first = await run();
  await decide(first, 'R-1', { verdict: 'approved' });
  await decide(first, 'R-2', { verdict: 'approved' });
  const second = await run([REWARDS[0]!, REWARDS[1]!.replace('60.00', '61.00')]);
  const { body } = await app.http
    .get('/audit?action=decisions.carried')
    .set(spa.members.admin.authorization)
    .expect(200);
  const events = Object.values(body).find(Array.isArray) as AuditEventWire[];
  expect(events.map(({ actor, detail, subject }) => [actor.user_id, subject, detail])).toEqual([
    [null, { kind: 'job', id: second.jobId }, { carried: 1, reopened: 1 }],
  ]);
  const { body: metrics } = await app.http.get('/model/metrics').set(spa.members.admin.authorization);
  expect(metrics.live).toMatchObject({ reviewed: 2 });
});

test('an organization carries nothing of another', async () => {
  const first = await run();
  await decide(first, 'R-1', { verdict: 'approved' });
  spa = await app.createOrganization();
  expect((await run()).rowOf('R-1').decision).toBeNull();
});

test('a copied note is sealed in a row of its own', async () => {
  const note = `Saw the receipt ${randomUUID()}`;
  const first = await run();
  await decide(first, 'R-1', { verdict: 'approved', note });
  await run();
  const notes = await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query<{ note: string }[]>('SELECT note FROM decisions'),
  );
  expect(new Set(notes.map((row) => row.note)).size).toBe(2);
  for (const row of notes) expect(row.note).toMatch(/^gAAAA/);
});
