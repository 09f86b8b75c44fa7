// Several runs over the same files: a sale pays once, the latest run of a row is where it is decided, and a run that is
// undone takes nobody's decisions with it.
import type { JobResultsWire, ResultRowWire } from '@medspasync/schemas';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

const ANA = {
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  customer_email: 'ana@example.test',
  amount: 40,
  date: '2024-01-15',
  program: 'alle',
  service: 'Botox',
};
const SALE = { ...ANA, transaction_id: 'P-1' };
const reward = (id: string, more: object = {}) => ({ ...ANA, transaction_id: id, ...more });

interface Run {
  jobId: string;
  row: ResultRowWire;
}

async function run(rewardId: string, { threshold = 0.95, sale = {}, more = {} } = {}): Promise<Run> {
  const { jobId, rows } = await reconcileToEnd(app, spa, {
    reward_transactions: [reward(rewardId, more)],
    pos_transactions: [{ ...SALE, ...sale }],
    threshold,
  });
  return { jobId, row: rows.find(({ reward_transaction: own }) => own?.transaction_id === rewardId)! };
}

const as = (role: 'reviewer' | 'manager' | 'viewer' = 'reviewer') => spa.members[role].authorization;
const decisionOf = ({ jobId, row }: Run) => `/reconcile/jobs/${jobId}/results/${row.result_id}/decision`;
const decide = (of: Run, decision: object) => app.http.post(decisionOf(of)).set(as()).send(decision);
const approve = (of: Run) => decide(of, { verdict: 'approved' });
const undoRun = ({ jobId }: Run) =>
  app.http.post(`/reconcile/jobs/${jobId}/undo`).set(as('manager')).expect(200);
const resultsOf = async ({ jobId }: Run): Promise<JobResultsWire> =>
  (await app.http.get(`/reconcile/jobs/${jobId}/results`).set(as('viewer')).expect(200)).body;

test('a sale that one run has matched waits for a person in the next one, which says why', async () => {
  const first = await run('R-1');
  const second = await run('R-2');
  expect(first.row.result).toBe('match');
  expect(second.row).toMatchObject({
    result: 'review_required',
    state: 'MISMATCHED',
    reason_codes: expect.arrayContaining(['DUPLICATE_REDEMPTION']),
  });
  expect((await resultsOf(second)).summary.matches_found).toBe(0);
  const { body } = await approve(second).expect(409);
  expect(body.code).toBe('decision.pos_taken');
  expect(body.detail).toMatch(/^The run of .+ gave it to another reward\.$/);
  await decide(first, { verdict: 'rejected' }).expect(200);
  await approve(second).expect(200);
  expect((await app.http.delete(decisionOf(first)).set(as()).expect(409)).body.code).toBe(
    'decision.pos_taken',
  );
});

test('of two runs that left one sale to people, one gets it', async () => {
  const first = await run('R-1', { threshold: 1 });
  const second = await run('R-2', { threshold: 1 });
  expect(second.row.reason_codes).not.toContain('DUPLICATE_REDEMPTION');
  const answers = await Promise.all([approve(first), approve(second)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('an invoice that is worth both pays for rewards of two runs', async () => {
  const sale = { amount: 300 };
  const first = await run('R-1', { threshold: 1, sale });
  const second = await run('R-2', { threshold: 1, sale, more: { program: 'aspire' } });
  expect([first, second].map(({ row }) => row.pos_transaction?.transaction_id)).toEqual(['P-1', 'P-1']);
  await approve(first).expect(200);
  await approve(second).expect(200);
});

test('a sale that was corrected since is still the earlier reward’s', async () => {
  await run('R-1');
  const corrected = await run('R-2', { sale: { service: 'Botox Cosmetic' } });
  expect(corrected.row.reason_codes).toContain('DUPLICATE_REDEMPTION');
});

test('a second run over the same rewards keeps its own matches, and is where they are decided', async () => {
  const first = await run('R-1');
  const second = await run('R-1');
  expect(second.row).toMatchObject({ result: 'match', reason_codes: first.row.reason_codes });
  const refused = [
    await decide(first, { verdict: 'rejected' }),
    await app.http.delete(decisionOf(first)).set(as()),
  ];
  for (const { body, status } of refused) {
    expect([status, body.code]).toEqual([409, 'decision.superseded']);
    expect(body.detail).toContain(`job ${second.jobId}`);
  }
  await decide(second, { verdict: 'rejected' }).expect(200);
});

test('what people decided before a run that is undone stands in the next one', async () => {
  const first = await run('R-1', { threshold: 1 });
  await decide(first, { verdict: 'approved', note: 'Saw the receipt' }).expect(200);
  const second = await run('R-1', { threshold: 1 });
  expect(second.row.decision?.carried_from_job_id).toBe(first.jobId);
  await undoRun(second);
  const third = await run('R-1', { threshold: 1 });
  expect(third.row.decision).toMatchObject({
    verdict: 'approved',
    note: 'Saw the receipt',
    carried_from_job_id: first.jobId,
  });
});
