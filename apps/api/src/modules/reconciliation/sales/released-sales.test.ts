// A sale that a person takes from its reward is open at once, as the next run would have it, and not once a reward has it again.
import type {
  DecideRequestWire,
  JobResultsWire,
  PeriodPreviewWire,
  ResultRowWire,
} from '@medspasync/schemas';
import { reconcileToEnd } from '../../../testing/index.ts';
import { app, as, beginWith, run, setUpReconciledSpa, spa } from '../../../testing/reconciled-spa.ts';

const ANA = {
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  amount: 40,
  date: '2026-03-02',
  program: 'alle',
};
const BEA = { customer_name: 'Bea Holm', amount: 40, date: '2026-03-20', program: 'alle' };
const BOOKS = {
  reward_transactions: [
    { ...ANA, transaction_id: 'R-1' },
    { ...BEA, transaction_id: 'R-2' },
  ],
  pos_transactions: [{ ...ANA, transaction_id: 'P-1' }],
};
const WRITE_OFF: DecideRequestWire = {
  verdict: 'written_off',
  reason: 'expired',
  note: 'Its certificate ran out.',
};

setUpReconciledSpa(BOOKS);
beforeEach(() => expect(run.rowOf('R-1').result).toBe('match'));

const decide = (path: string, decision: DecideRequestWire) =>
  app.http.post(path).set(as('reviewer')).send(decision);
const undo = (path: string) => app.http.delete(path).set(as('reviewer'));
const results = async ({ jobId } = run): Promise<JobResultsWire> =>
  (await app.http.get(`/reconcile/jobs/${jobId}/results?limit=100`).set(as('viewer')).expect(200)).body;
const saleRow = async (of = run): Promise<ResultRowWire | undefined> =>
  (await results(of)).results.find(({ reward_transaction }) => reward_transaction === null);
const pathOf = ({ result_id }: ResultRowWire, of = run) =>
  `/reconcile/jobs/${of.jobId}/results/${result_id}/decision`;
const preview = async (): Promise<PeriodPreviewWire> =>
  (await app.http.get('/periods/preview?month=2026-03').set(as('viewer')).expect(200)).body;

test('a rejected pair leaves its sale open with code, dollars and deadline, until the decision is undone', async () => {
  const before = await results();
  await decide(run.pathOf('R-1'), { verdict: 'rejected' }).expect(200);
  const row = await saleRow();
  expect(row).toMatchObject({
    result: 'no_match',
    reason_codes: ['POS_NOT_REDEEMED'],
    state: 'MISSING',
    dollars_at_stake: 40,
    deadline: expect.stringMatching(/^2026-/),
  });
  const rowOfNextRun = (
    await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: [{ ...BEA, transaction_id: 'R-2' }] })
  ).rowOf('P-1');
  expect({ ...row, result_id: '', nearest_reward: null }).toEqual({
    ...rowOfNextRun,
    result_id: '',
    nearest_reward: null,
  });
  const { summary, total_results } = await results();
  expect([total_results, summary.unclaimed_pos]).toEqual([before.total_results + 1, 1]);
  const missing = `/reconcile/jobs/${run.jobId}/results?code=POS_NOT_REDEEMED`;
  expect((await app.http.get(missing).set(as('viewer')).expect(200)).body.total_results).toBe(1);
  await undo(run.pathOf('R-1')).expect(200);
  expect(await results()).toEqual(before);
  await app.http.post(pathOf(row!)).set(as('reviewer')).send(WRITE_OFF).expect(404);
});

test('a write-off leaves the sale open once a second person has approved it, and its month asks for it', async () => {
  await decide(run.pathOf('R-1'), WRITE_OFF).expect(200);
  expect(await saleRow()).toBeUndefined();
  await app.http.post(run.pathOf('R-1', 'decision/approval')).set(as('manager')).expect(200);
  expect(await saleRow()).toMatchObject({ state: 'MISSING', dollars_at_stake: 40 });
  expect((await preview()).open_items).toContainEqual(
    expect.objectContaining({ side: 'pos', dollars_at_stake: 40 }),
  );
});

test('another reward that takes the sale closes it, and gives it back', async () => {
  await decide(run.pathOf('R-1'), { verdict: 'rejected' }).expect(200);
  const row = (await saleRow())!;
  await decide(run.pathOf('R-2'), { verdict: 're_paired', pos_result_id: row.result_id }).expect(200);
  expect(await saleRow()).toBeUndefined();
  await undo(run.pathOf('R-2')).expect(200);
  expect(await saleRow()).toEqual(row);
});

test('a sale that was written off meanwhile is not given back to its reward, and keeps what was said', async () => {
  await decide(run.pathOf('R-1'), { verdict: 'rejected' }).expect(200);
  const row = (await saleRow())!;
  await decide(pathOf(row), WRITE_OFF).expect(200);
  expect((await undo(run.pathOf('R-1')).expect(409)).body.code).toBe('decision.pos_taken');
  await undo(pathOf(row)).expect(200);
  await undo(run.pathOf('R-1')).expect(200);
  expect(await saleRow()).toBeUndefined();
  await decide(run.pathOf('R-1'), { verdict: 'rejected' }).expect(200);
  expect(await saleRow()).toEqual(row);
});

test('a run over the same files rejects the pair again, and has what was said of the sale', async () => {
  await decide(run.pathOf('R-1'), { verdict: 'rejected' }).expect(200);
  await decide(pathOf((await saleRow())!), WRITE_OFF).expect(200);
  const again = await reconcileToEnd(app, spa, BOOKS);
  expect(await saleRow(again)).toMatchObject({
    decision: { verdict: 'written_off', carried_from_job_id: run.jobId },
  });
});

test('a run that is undone asks about its pairs again, not about their sales', async () => {
  await decide(run.pathOf('R-1'), { verdict: 'rejected' }).expect(200);
  await app.http.post(`/reconcile/jobs/${run.jobId}/undo`).set(as('manager')).expect(200);
  expect(await saleRow()).toBeUndefined();
});

test('a sale of a closed month stays as it was closed', async () => {
  const april = { ...ANA, transaction_id: 'R-1', date: '2026-04-01' };
  await beginWith({
    reward_transactions: [april],
    pos_transactions: [{ ...ANA, transaction_id: 'P-1', date: '2026-03-31' }],
  });
  expect(run.rowOf('R-1').pos_transactions).toHaveLength(1);
  await app.http.post('/periods').set(as('manager')).send({ month: '2026-03' }).expect(201);
  await decide(run.pathOf('R-1'), { verdict: 'rejected' }).expect(200);
  expect(await saleRow()).toBeUndefined();
});
