// A month whose rows several runs have read: each row counts once, as the latest run has it.
import type { JobResultsWire, PeriodPreviewWire } from '@medspasync/schemas';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../testing/index.ts';

const ANA = {
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  customer_email: 'ana@example.test',
  amount: 40,
  service: 'Botox',
  program: 'alle',
};
const reward = (id: string, date: string, more: object = {}) => ({
  ...ANA,
  transaction_id: id,
  date,
  ...more,
});
const STRANGER = { transaction_id: 'P-9', customer_name: 'Zed Quill', amount: 999, date: '2025-01-02' };

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

const run = (rewards: object[], sales: object[]) =>
  reconcileToEnd(app, spa, { reward_transactions: rewards, pos_transactions: sales });
const preview = async (month: string): Promise<PeriodPreviewWire> =>
  (await app.http.get(`/periods/preview?month=${month}`).set(spa.members.viewer.authorization).expect(200))
    .body;

test('a reward whose day was corrected lies in the month of its latest day alone', async () => {
  await run([reward('R-1', '2026-03-31')], [STRANGER]);
  await run([reward('R-1', '2026-04-01')], [STRANGER]);
  const months = await Promise.all([preview('2026-03'), preview('2026-04')]);
  expect(months.map(({ figures }) => [figures.rewards, figures.reward_amount])).toEqual([
    [0, 0],
    [1, 40],
  ]);
});

test('a sale that the latest run leaves over is open, whatever an earlier run gave it to', async () => {
  const sale = reward('P-1', '2026-03-02');
  const first = await run([reward('R-1', '2026-03-02')], [sale]);
  expect(first.rows[0]!.result).toBe('match');
  const bea = { customer_name: 'Bea Holm', customer_phone: '5550100077', customer_email: 'bea@example.test' };
  const { rows } = await run([reward('R-1', '2026-03-02', bea)], [sale]);
  expect(rows.map(({ result }) => result)).toEqual(['no_match', 'no_match']);
  const { figures, open_items } = await preview('2026-03');
  expect(open_items.map(({ side }) => side).sort()).toEqual(['pos', 'reward']);
  expect(figures).toMatchObject({ rewards: 1, matched: 0, open: 2, open_amount: 80 });
});

test('a sale that was corrected since is not open while a reward of another run has it', async () => {
  await run([reward('R-1', '2026-03-02')], [reward('P-1', '2026-03-02')]);
  const corrected = reward('P-1', '2026-03-02', { service: 'Botox Cosmetic' });
  await run([reward('S-1', '2026-03-09', { customer_name: 'Bea Holm', program: 'evolus' })], [corrected]);
  const { open_items } = await preview('2026-03');
  expect(open_items.filter(({ side }) => side === 'pos')).toEqual([]);
});

test('a sale that was written off, and that a later run gives to a reward, counts once: as matched', async () => {
  const sale = reward('P-1', '2026-03-02');
  const bea = { customer_name: 'Bea Holm', customer_phone: '5550100077', customer_email: 'bea@example.test' };
  const first = await run([reward('S-1', '2026-03-20', bea)], [sale]);
  const writeOff = { verdict: 'written_off', reason: 'expired', note: 'Nothing in the portal.' };
  await app.http.post(first.pathOf('P-1')).set(spa.members.reviewer.authorization).send(writeOff).expect(200);
  const approval = first.pathOf('P-1', 'decision/approval');
  await app.http.post(approval).set(spa.members.manager.authorization).expect(200);
  expect((await preview('2026-03')).figures).toMatchObject({ matched: 0, written_off_amount: 40 });
  const late = await run([reward('R-1', '2026-03-02')], [sale]);
  expect(late.rowOf('R-1').result).toBe('match');
  const { figures } = await preview('2026-03');
  expect(figures).toMatchObject({ matched: 1, matched_amount: 40, written_off: 0, written_off_amount: 0 });
  await app.http
    .post(late.pathOf('R-1'))
    .set(spa.members.reviewer.authorization)
    .send({ verdict: 'rejected' })
    .expect(200);
  expect((await preview('2026-03')).figures).toMatchObject({ matched: 0, open: 3 });
});

describe('a redemption and its sale that are both written off', () => {
  const note = { reason: 'expired', note: 'Nothing comes of it.' };
  const as = (role: 'reviewer' | 'manager') => spa.members[role].authorization;
  const giveUp = async (job: FinishedRun, resultId: string) => {
    const path = `/reconcile/jobs/${job.jobId}/results/${resultId}/decision`;
    await app.http
      .post(path)
      .set(as('reviewer'))
      .send({ verdict: 'written_off', ...note })
      .expect(200);
    await app.http.post(`${path}/approval`).set(as('manager')).expect(200);
  };
  const resultsOf = async ({ jobId }: FinishedRun): Promise<JobResultsWire> =>
    (await app.http.get(`/reconcile/jobs/${jobId}/results`).set(as('reviewer')).expect(200)).body;
  const saleOf = async (job: FinishedRun) =>
    (await resultsOf(job)).results.find((row) => row.reward_transaction === null)!.result_id;

  test('are the same money, in the month and in the run, whichever of both is undone', async () => {
    const job = await run([reward('R-1', '2026-03-02')], [reward('P-1', '2026-03-03')]);
    await giveUp(job, job.rowOf('R-1').result_id);
    const sale = await saleOf(job);
    await giveUp(job, sale);
    const once = { written_off: 1, written_off_amount: 40 };
    expect((await preview('2026-03')).figures).toMatchObject({ ...once, matched: 0, open: 0 });
    expect((await resultsOf(job)).summary).toMatchObject({ ...once, written_off_reward_amount: 40 });
    await app.http
      .delete(`/reconcile/jobs/${job.jobId}/results/${sale}/decision`)
      .set(as('reviewer'))
      .expect(200);
    expect((await preview('2026-03')).figures).toMatchObject({ ...once, open: 1, open_amount: 40 });
    await giveUp(job, sale);
    await app.http.delete(job.pathOf('R-1')).set(as('reviewer')).expect(409);
  });

  test('are the same money also where a file corrected the sale between the two', async () => {
    const sale = { ...reward('P-1', '2026-03-02'), amount: 60 };
    const first = await run([reward('R-1', '2026-03-02', { amount: 100 })], [sale]);
    expect(first.rowOf('R-1').pos_transaction?.amount).toBe(60);
    await giveUp(first, first.rowOf('R-1').result_id);
    const bea = { customer_name: 'Bea Holm', customer_phone: '5550100077', program: 'evolus' };
    const later = await run([reward('S-1', '2026-04-20', bea)], [{ ...sale, amount: 100 }]);
    await giveUp(later, await saleOf(later));
    expect((await preview('2026-03')).figures).toMatchObject({ written_off: 1, written_off_amount: 100 });
  });

  test('count what the sale is more than the redemption, and each where their days lie in two months', async () => {
    const job = await run([reward('R-1', '2026-03-31')], [reward('P-1', '2026-04-01', { amount: 100 })]);
    await giveUp(job, job.rowOf('R-1').result_id);
    await giveUp(job, await saleOf(job));
    const months = await Promise.all([preview('2026-03'), preview('2026-04')]);
    expect(months.map(({ figures }) => figures.written_off_amount)).toEqual([40, 60]);
    expect((await resultsOf(job)).summary).toMatchObject({ written_off: 2, written_off_amount: 100 });
  });
});
