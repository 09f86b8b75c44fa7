// A redemption that was paid in part: what is left of it may be given up, by two people, and its pair and payments stand.
import type {
  AuditEventWire,
  JobResultsWire,
  PeriodPreviewWire,
  RedemptionWire,
  ResultRowWire,
} from '@medspasync/schemas';
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
  amount: 100,
  date: '2026-03-02',
  program: 'alle',
};
/** Of nobody in the sales. */
const BEA = {
  ...ANA,
  customer_name: 'Bea Holm',
  customer_phone: '5550100077',
  amount: 60,
  program: 'evolus',
};
const BOOKS = {
  reward_transactions: [
    { ...ANA, transaction_id: 'R-1', type: 'redemption', reference: 'C-77123' },
    { ...BEA, transaction_id: 'R-2' },
  ],
  pos_transactions: [{ ...ANA, transaction_id: 'P-1' }],
};
/** The same with less in `R-1`. */
const CORRECTED = { ...BOOKS, reward_transactions: [{ ...BOOKS.reward_transactions[0], amount: 90 }] };
const WRITE_OFF = { verdict: 'written_off', reason: 'refused_by_manufacturer', note: 'They pay no more.' };

let app: TestApp;
let spa: TestOrganization;
let run: FinishedRun;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
  run = await reconcileToEnd(app, spa, BOOKS);
  await pay('R-1', 70, 'alle');
});

type Member = keyof TestOrganization['members'];
const as = (role: Member) => spa.members[role].authorization;
const get = async (path: string) => (await app.http.get(path).set(as('viewer')).expect(200)).body;
const redemptionOf = async (id: string): Promise<RedemptionWire> => {
  const all: RedemptionWire[] = (await get('/reimbursements/redemptions')).redemptions;
  return all.find(({ transaction }) => transaction.transaction_id === id)!;
};
let remittances = 0;
/** A payment that a person says is for the redemption. */
async function pay(id: string, dollars: number, program: string, status = 200) {
  remittances += 1;
  const { redemption_id } = await redemptionOf(id);
  const file = [
    'Remittance ID,Payment Date,Amount,Program',
    `L-${remittances},2026-03-20,${dollars},${program}`,
  ];
  await app.http
    .post('/upload/reimbursements')
    .set(as('reviewer'))
    .attach('file', Buffer.from(file.join('\n')), 'remittance.csv')
    .expect(200);
  const { payments } = await get('/reimbursements/payments');
  const paymentId: string = payments.find(
    ({ transaction }: { transaction: { transaction_id: string } }) =>
      transaction.transaction_id === `L-${remittances}`,
  ).payment_id;
  const settlement = `/reimbursements/payments/${paymentId}/settlement`;
  const { body } = await app.http
    .post(settlement)
    .set(as('reviewer'))
    .send({ redemption_ids: [redemption_id] })
    .expect(status);
  return { body, settlement };
}
const writeOff = (id: string, of = run) => app.http.post(of.pathOf(id)).set(as('reviewer')).send(WRITE_OFF);
const approve = (id: string, of = run) =>
  app.http.post(of.pathOf(id, 'decision/approval')).set(as('manager'));
const undo = (id: string, of = run) => app.http.delete(of.pathOf(id)).set(as('reviewer'));
const giveUp = async (id: string, of = run) => {
  await writeOff(id, of).expect(200);
  await approve(id, of).expect(200);
};
const results = ({ jobId } = run): Promise<JobResultsWire> => get(`/reconcile/jobs/${jobId}/results`);
const rowIn = async (of: FinishedRun, id: string): Promise<ResultRowWire> =>
  (await results(of)).results.find(({ reward_transaction: own }) => own?.transaction_id === id)!;
const figures = async (): Promise<PeriodPreviewWire['figures']> =>
  (await get('/periods/preview?month=2026-03')).figures;

test('a row says what payments have paid of its redemption so far, whichever run and version it is of', async () => {
  const paidIn = async (of: FinishedRun) =>
    Object.fromEntries(
      (await results(of)).results.map(({ pos_transaction, reimbursed_amount, reward_transaction }) => [
        (reward_transaction ?? pos_transaction)!.transaction_id,
        reimbursed_amount,
      ]),
    );
  expect(await paidIn(run)).toEqual({ 'R-1': 70, 'R-2': 0 });
  const { settlement } = await pay('R-1', 10, 'alle');
  const corrected = await reconcileToEnd(app, spa, {
    ...CORRECTED,
    pos_transactions: [...CORRECTED.pos_transactions, { ...ANA, transaction_id: 'P-9', date: '2024-01-02' }],
  });
  expect(await paidIn(run)).toEqual({ 'R-1': 80, 'R-2': 0 });
  expect(await paidIn(corrected)).toEqual({ 'R-1': 80, 'P-9': 0 });
  await app.http.delete(settlement).set(as('reviewer')).expect(200);
  expect(await paidIn(corrected)).toMatchObject({ 'R-1': 70 });
});

test('it is proposed by one, approved by another, and only the rest is written off', async () => {
  const before = { ...(await results()), figures: await figures() };
  const { body: proposed } = await writeOff('R-1').expect(200);
  expect(proposed).toMatchObject({
    result: 'match',
    decision: null,
    reimbursed_amount: 70,
    rest_write_off: { amount: 30, reason: 'refused_by_manufacturer', approval: { status: 'pending' } },
  });
  expect(await get('/reconcile/write-offs')).toMatchObject({
    total: 1,
    amount: 30,
    write_offs: [{ amount: 30, is_rest: true, note: 'They pay no more.', verdict: 'written_off' }],
  });
  expect(await figures()).toMatchObject({
    awaiting_approval: 1,
    awaiting_approval_amount: 30,
    written_off: 0,
  });
  expect(await redemptionOf('R-1')).toMatchObject({ state: 'REIMBURSED_SHORT', short_amount: 30 });
  expect((await app.http.post(run.pathOf('R-1', 'decision/approval')).set(as('reviewer'))).status).toBe(403);
  const { body: approved } = await approve('R-1').expect(200);
  expect(approved.rest_write_off.approval).toMatchObject({ status: 'approved', approved_by: 'The manager' });
  expect(await redemptionOf('R-1')).toMatchObject({
    state: 'REIMBURSED',
    redeemed_amount: 70,
    reimbursed_amount: 70,
    short_amount: 0,
    written_off_amount: 30,
  });
  expect((await results()).summary).toMatchObject({
    matches_found: 1,
    reward_amount: 160,
    matched_amount: 70,
    unmatched_amount: 90,
    written_off: 1,
    written_off_amount: 30,
    written_off_reward_amount: 30,
    awaiting_approval: 0,
    unclaimed_pos: 0,
  });
  expect(await figures()).toMatchObject({
    reward_amount: 160,
    matched: 1,
    matched_amount: 70,
    written_off: 1,
    written_off_amount: 30,
    open_amount: 60,
  });
  const analytics = await get(`/analytics/jobs/${run.jobId}`);
  expect(analytics.decisions).toMatchObject({ written_off: 1 });
  await undo('R-1').expect(200);
  expect({ ...(await results()), figures: await figures() }).toEqual(before);
  expect(await redemptionOf('R-1')).toMatchObject({ state: 'REIMBURSED_SHORT', written_off_amount: 0 });
});

test('its pair has a decision of its own, and each is taken back by its own name', async () => {
  await app.http.post(run.pathOf('R-1')).set(as('reviewer')).send({ verdict: 'approved' }).expect(200);
  await giveUp('R-1');
  const row = await rowIn(run, 'R-1');
  expect(row).toMatchObject({ decision: { verdict: 'approved' }, rest_write_off: { amount: 30 } });
  await app.http
    .delete(`${run.pathOf('R-1')}?decision_id=${row.decision!.decision_id}`)
    .set(as('reviewer'))
    .expect(200);
  expect(await rowIn(run, 'R-1')).toMatchObject({ decision: null, rest_write_off: { amount: 30 } });
  await undo('R-1').expect(200);
  expect(await rowIn(run, 'R-1')).toMatchObject({ decision: null, rest_write_off: null });
});

test('a redemption without a sale stays open for what was paid of it, and no more', async () => {
  await pay('R-2', 20, 'evolus');
  await giveUp('R-2');
  expect(await rowIn(run, 'R-2')).toMatchObject({ state: 'MISSING', dollars_at_stake: 20 });
  expect(await figures()).toMatchObject({ open: 1, open_amount: 20, written_off_amount: 40 });
});

test('a payment that comes later is refused with words, until the write-off is taken back', async () => {
  await giveUp('R-1');
  const { body } = await pay('R-1', 30, 'alle', 409);
  expect(body).toMatchObject({
    code: 'payment.does_not_add_up',
    errors: [
      {
        field: 'redemption_ids[0]',
        message: 'is paid in part, and the rest is written off: take that write-off back first',
      },
    ],
  });
  await undo('R-1').expect(200);
  await pay('R-1', 30, 'alle');
  expect(await redemptionOf('R-1')).toMatchObject({ state: 'REIMBURSED', reimbursed_amount: 100 });
  expect((await writeOff('R-1').expect(409)).body.code).toBe('redemption.paid');
});

test('what was paid while it waited is not given up, and a payment that is taken back is owed again', async () => {
  await writeOff('R-1').expect(200);
  const { settlement } = await pay('R-1', 10, 'alle');
  const { body } = await approve('R-1').expect(409);
  expect(body).toMatchObject({
    code: 'redemption.paid',
    detail: 'More of it was paid since: propose what is left anew.',
  });
  await undo('R-1').expect(200);
  await giveUp('R-1');
  expect(await redemptionOf('R-1')).toMatchObject({ redeemed_amount: 80, written_off_amount: 20 });
  await app.http.delete(settlement).set(as('reviewer')).expect(200);
  expect(await redemptionOf('R-1')).toMatchObject({ state: 'REIMBURSED_SHORT', short_amount: 10 });
});

test('it goes with the redemption into later runs, until a file corrects that', async () => {
  await giveUp('R-1');
  const again = await reconcileToEnd(app, spa, BOOKS);
  expect(again.rowOf('R-1')).toMatchObject({ rest_write_off: { amount: 30 } });
  expect(await figures()).toMatchObject({ matched_amount: 70, written_off: 1, written_off_amount: 30 });
  const later = await reconcileToEnd(app, spa, CORRECTED);
  expect(later.rowOf('R-1').rest_write_off).toBeNull();
  expect(await redemptionOf('R-1')).toMatchObject({ state: 'REIMBURSED_SHORT', short_amount: 20 });
});

test('a proposal of what a file corrects waits for nobody any more, and what is left of the new amount is proposed anew', async () => {
  await writeOff('R-1').expect(200);
  const listed = () => get('/reconcile/write-offs');
  expect(await listed()).toMatchObject({ total: 1, amount: 30 });
  const later = await reconcileToEnd(app, spa, CORRECTED);
  expect(await listed()).toMatchObject({ total: 0, amount: 0, write_offs: [] });
  await writeOff('R-1', later).expect(200);
  expect(await listed()).toMatchObject({
    total: 1,
    amount: 20,
    write_offs: [{ job_id: later.jobId, amount: 20, is_rest: true }],
  });
  await approve('R-1', later).expect(200);
  expect(await listed()).toMatchObject({ total: 0 });
});

test('undoing the run takes it back, and a void of the redemption leaves nothing of it', async () => {
  await giveUp('R-1');
  await app.http.post(`/reconcile/jobs/${run.jobId}/undo`).set(as('manager')).expect(200);
  expect(await redemptionOf('R-1')).toMatchObject({ state: 'REIMBURSED_SHORT', written_off_amount: 0 });
  await giveUp('R-1');
  const voided = { ...BOOKS.reward_transactions[0], transaction_id: 'V-1', type: 'void', date: '2026-04-06' };
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: [voided] });
  expect(await redemptionOf('R-1')).toMatchObject({ state: 'OVERPAID', redeemed_amount: 0 });
  expect(await figures()).toMatchObject({ written_off: 0, written_off_amount: 0 });
});

test('of twenty who propose it at once one does, of twenty who approve it one does, and the log has both', async () => {
  const twenty = async (act: () => PromiseLike<{ status: number }>) => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => act()));
    return answers.map(({ status }) => status).sort();
  };
  const once = [200, ...Array.from({ length: 19 }, () => 409)];
  expect(await twenty(() => writeOff('R-1'))).toEqual(once);
  expect(await twenty(() => approve('R-1'))).toEqual(once);
  expect(await redemptionOf('R-1')).toMatchObject({ written_off_amount: 30 });
  const { body } = await app.http.get('/audit').set(as('admin')).expect(200);
  const events = Object.values(body).find(Array.isArray) as AuditEventWire[];
  const actions = events.map(({ action }) => action);
  for (const action of ['decision.made', 'write_off.approved'])
    expect(actions.filter((one) => one === action)).toHaveLength(1);
});

test('nothing of it is written off in a closed month', async () => {
  await writeOff('R-1').expect(200);
  const { open_items_digest } = await get('/periods/preview?month=2026-03');
  await app.http
    .post('/periods')
    .set(as('manager'))
    .send({ month: '2026-03', acknowledged_digest: open_items_digest })
    .expect(201);
  expect((await approve('R-1').expect(409)).body.code).toBe('period.closed');
  expect((await undo('R-1').expect(409)).body.code).toBe('period.closed');
});
