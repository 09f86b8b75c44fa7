// A void that comes in a later file than its redemption: nothing is owed for it any more, in the ledger, the run and the month.
import type { RedemptionWire, ResultRowWire } from '@medspasync/schemas';
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
  amount: 40,
  date: '2026-03-02',
  program: 'alle',
};
const SALE = { ...ANA, transaction_id: 'P-1' };
const R1 = { ...ANA, transaction_id: 'R-1', type: 'redemption', reference: 'C-77123' };
const V1 = { ...ANA, transaction_id: 'V-1', type: 'void', reference: 'C-77123', date: '2026-04-06' };
const OTHER = { ...ANA, transaction_id: 'R-9', customer_name: 'Bea Holm', customer_phone: '5550100077' };
/** Of nobody whose name is near. */
const ELSEWHERE = {
  ...SALE,
  transaction_id: 'P-9',
  customer_name: 'Zed Quill',
  customer_phone: '5550100099',
};

let app: TestApp;
let spa: TestOrganization;
let run: FinishedRun;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
  run = await reconcile([R1, OTHER]);
  expect(run.rowOf('R-1').result).toBe('match');
});

type Member = keyof TestOrganization['members'];
const as = (role: Member) => spa.members[role].authorization;
const reconcile = (rewards: object[]) =>
  reconcileToEnd(app, spa, { reward_transactions: rewards, pos_transactions: [SALE] });
const get = async (path: string) => (await app.http.get(path).set(as('viewer')).expect(200)).body;
const redemptions = async (): Promise<RedemptionWire[]> =>
  (await get('/reimbursements/redemptions')).redemptions;
const resultsOf = async ({ jobId } = run): Promise<ResultRowWire[]> =>
  (await get(`/reconcile/jobs/${jobId}/results`)).results;
const remittance = (...lines: string[]) =>
  app.http
    .post('/upload/reimbursements?program=alle')
    .set(as('reviewer'))
    .attach('file', Buffer.from(['Payment Date,Amount', ...lines].join('\r\n')), 'remittance.csv')
    .expect(200);

test('the redemption is not owed, and its sale is open again with code and dollars', async () => {
  const summary = async () => (await get(`/reconcile/jobs/${run.jobId}/results`)).summary;
  expect(await summary()).toMatchObject({ reward_amount: 80, matched_amount: 40, unclaimed_pos: 0 });
  await reconcile([V1]);
  expect(await summary()).toMatchObject({ reward_amount: 40, matched_amount: 0, unclaimed_pos: 1 });
  expect(await redemptions()).toMatchObject([
    { transaction: { transaction_id: 'R-9' }, redeemed_amount: 40 },
  ]);
  const rows = await resultsOf();
  expect(rows.find(({ reward_transaction }) => reward_transaction?.transaction_id === 'R-1')).toMatchObject({
    is_taken_back: true,
    state: null,
  });
  expect(rows.find(({ reward_transaction }) => reward_transaction === null)).toMatchObject({
    reason_codes: ['POS_NOT_REDEEMED'],
    state: 'MISSING',
    dollars_at_stake: 40,
  });
  const { figures } = await get('/periods/preview?month=2026-03');
  expect(figures).toMatchObject({ reward_amount: 40, matched: 0, open: 2, open_amount: 80 });
  await app.http.post(run.pathOf('R-1')).set(as('reviewer')).send({ verdict: 'approved' }).expect(409);
  const wanted = { job_id: run.jobId, format: 'csv' };
  const file = await app.http.post('/export').set(as('viewer')).send(wanted).expect(200);
  expect(file.text).toContain('taken back by one');
});

test('what was paid for it is overpaid, and no part of what was redeemed', async () => {
  await remittance('2026-03-20,40.00');
  const [redemption] = await redemptions();
  const { payments } = await get('/reimbursements/payments');
  await app.http
    .post(`/reimbursements/payments/${payments[0].payment_id}/settlement`)
    .set(as('reviewer'))
    .send({ redemption_ids: [redemption!.redemption_id] })
    .expect(200);
  await reconcile([
    V1,
    {
      ...V1,
      transaction_id: 'V-2',
      reference: 'C-1',
      customer_name: 'Bea Holm',
      customer_phone: '5550100077',
      date: ANA.date,
    },
  ]);
  expect(await redemptions()).toMatchObject([
    { state: 'OVERPAID', redeemed_amount: 0, reimbursed_amount: 40, overpaid_amount: 40 },
  ]);
  const { programs } = await get('/reimbursements/summary?from=2026-03&to=2026-03');
  expect(programs).toMatchObject([{ redeemed: 0, redeemed_amount: 0, overpaid: 1, overpaid_amount: 40 }]);
});

test('a void that comes twice takes back one redemption, and one that is corrected gives it back', async () => {
  const twin = { ...R1, transaction_id: 'R-2' };
  await reconcile([twin]);
  await reconcile([V1]);
  const owed = async () => (await redemptions()).length;
  expect(await owed()).toBe(2);
  await reconcile([V1]);
  await reconcile([R1, twin, OTHER]);
  expect(await owed()).toBe(2);
  await reconcile([{ ...V1, type: 'redemption' }]);
  expect(await owed()).toBe(4);
});

test('a run over the files again does not give it back, nor what people had decided', async () => {
  const path = run.pathOf('R-1');
  await app.http.post(path).set(as('reviewer')).send({ verdict: 'approved' }).expect(200);
  await reconcile([R1, OTHER, V1]);
  expect(await redemptions()).toMatchObject([{ redeemed_amount: 40 }]);
  const again = await reconcile([R1, OTHER]);
  expect(again.rowOf('R-1')).toMatchObject({ is_taken_back: true, decision: null });
  expect((await redemptions()).length).toBe(1);
});

test('a void of a closed month is refused with its row, until the month is open again', async () => {
  const { open_items_digest } = await get('/periods/preview?month=2026-03');
  const { body: closed } = await app.http
    .post('/periods')
    .set(as('manager'))
    .send({ month: '2026-03', acknowledged_digest: open_items_digest })
    .expect(201);
  const request = { reward_transactions: [V1], pos_transactions: [SALE] };
  const { body } = await app.http.post('/reconcile/start').set(as('manager')).send(request).expect(409);
  expect(body).toMatchObject({
    code: 'period.closed',
    errors: [{ field: 'row 1', message: 'takes back a redemption of a closed month' }],
  });
  expect((await redemptions()).length).toBe(2);
  await app.http
    .post(`/periods/${closed.period_id}/reopen`)
    .set(as('admin'))
    .send({ reason: 'A void came late.' })
    .expect(200);
  await reconcile([V1]);
  expect((await redemptions()).length).toBe(1);
});

test('a sale that a person had paired with the redemption is open again', async () => {
  spa = await app.createOrganization();
  const quentin = { customer_name: 'Quentin Vole', customer_phone: '5550100055', date: '2026-03-20' };
  run = await reconcile([{ ...R1, ...quentin }]);
  const rowOfSale = run.rowOf('P-1').result_id;
  const pair = { verdict: 're_paired', pos_result_id: rowOfSale };
  await app.http.post(run.pathOf('R-1')).set(as('reviewer')).send(pair).expect(200);
  const sale = async () => (await resultsOf()).find(({ result_id }) => result_id === rowOfSale);
  expect(await sale()).toMatchObject({ state: null });
  await reconcile([V1]);
  expect(await sale()).toMatchObject({ state: 'MISSING', dollars_at_stake: 40 });
});

test('the sale is open in a run that comes after the void, and keeps there what was said of it', async () => {
  const saleOf = async (of: FinishedRun) =>
    (await resultsOf(of)).find(({ reward_transaction }) => reward_transaction === null)!;
  await reconcileToEnd(app, spa, { reward_transactions: [V1], pos_transactions: [ELSEWHERE] });
  const second = await reconcile([R1, OTHER]);
  expect(await saleOf(second)).toMatchObject({ state: 'MISSING', dollars_at_stake: 40 });
  const writeOff = { verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' };
  const path = `/reconcile/jobs/${second.jobId}/results/${(await saleOf(second)).result_id}/decision`;
  await app.http.post(path).set(as('reviewer')).send(writeOff).expect(200);
  expect(await saleOf(await reconcile([R1, OTHER]))).toMatchObject({
    decision: { verdict: 'written_off', carried_from_job_id: second.jobId },
  });
});

test('a write-off that was proposed before is asked of nobody any more, and not approved', async () => {
  const writeOff = { verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' };
  await app.http.post(run.pathOf('R-1')).set(as('reviewer')).send(writeOff).expect(200);
  const awaiting = async () => [
    (await get('/reconcile/write-offs')).amount,
    (await get(`/reconcile/jobs/${run.jobId}/results`)).summary.awaiting_approval_amount,
    (await get('/periods/preview?month=2026-03')).figures.awaiting_approval_amount,
  ];
  expect(await awaiting()).toEqual([40, 40, 40]);
  await reconcile([V1]);
  expect(await awaiting()).toEqual([0, 0, 0]);
  const path = run.pathOf('R-1', 'decision/approval');
  const { body } = await app.http.post(path).set(as('manager')).expect(409);
  expect(body).toMatchObject({
    code: 'write_off.not_pending',
    detail: 'The redemption was taken back since.',
  });
});

test('where the void is corrected after another reward got the sale, a person says which of both has it', async () => {
  await app.http.post(run.pathOf('R-1')).set(as('reviewer')).send({ verdict: 'approved' }).expect(200);
  const portalSays = async (type: string) =>
    reconcileToEnd(app, spa, { reward_transactions: [{ ...V1, type }], pos_transactions: [ELSEWHERE] });
  await portalSays('void');
  const sale = (await resultsOf()).find(({ reward_transaction }) => reward_transaction === null)!;
  const pair = { verdict: 're_paired', pos_result_id: sale.result_id };
  await app.http.post(run.pathOf('R-9')).set(as('reviewer')).send(pair).expect(200);
  await portalSays('redemption');
  const { results, summary } = await get(`/reconcile/jobs/${run.jobId}/results`);
  expect(summary).toMatchObject({ reward_amount: 80, matched_amount: 40, review_amount: 40 });
  expect((await get('/periods/preview?month=2026-03')).figures).toMatchObject({
    matched: 1,
    matched_amount: 40,
  });
  expect(results[0]).toMatchObject({
    result: 'review_required',
    reason_codes: ['DUPLICATE_REDEMPTION'],
    decision: null,
    earlier_decision: { verdict: 'approved', why: 'sale_taken' },
  });
  const approve = () => app.http.post(run.pathOf('R-1')).set(as('reviewer')).send({ verdict: 'approved' });
  expect((await approve().expect(409)).body.code).toBe('decision.pos_taken');
  await app.http.delete(run.pathOf('R-9')).set(as('reviewer')).expect(200);
  await approve().expect(200);
});

test('where the sale was written off while the redemption was voided, the refusal says so and names the row', async () => {
  await app.http.post(run.pathOf('R-1')).set(as('reviewer')).send({ verdict: 'approved' }).expect(200);
  const portalSays = async (type: string) =>
    reconcileToEnd(app, spa, { reward_transactions: [{ ...V1, type }], pos_transactions: [ELSEWHERE] });
  await portalSays('void');
  const sale = (await resultsOf()).find(({ reward_transaction }) => reward_transaction === null)!;
  const path = `/reconcile/jobs/${run.jobId}/results/${sale.result_id}/decision`;
  const writeOff = { verdict: 'written_off', reason: 'goodwill', note: 'A gift.' };
  await app.http.post(path).set(as('reviewer')).send(writeOff).expect(200);
  await portalSays('redemption');
  const [row] = await resultsOf();
  expect(row).toMatchObject({
    result: 'review_required',
    earlier_decision: { why: 'sale_written_off', remark: 'Its sale was written off meanwhile.' },
    sale_share: { other_rewards: 0, other_amount: 0, left: 0 },
  });
  const approve = () => app.http.post(run.pathOf('R-1')).set(as('reviewer')).send({ verdict: 'approved' });
  const { body } = await approve().expect(409);
  expect(body).toMatchObject({
    code: 'decision.pos_taken',
    detail: `The sale was written off: row ${sale.result_id} of this run. Undo that first.`,
  });
  await app.http.delete(path).set(as('reviewer')).expect(200);
  await approve().expect(200);
});
