// Redemptions of three programs and a remittance over them: a lump, a sum that two of them explain, one taken back.
import type {
  PaymentWire,
  ProgramReimbursementsWire,
  RedemptionWire,
  SettlementWire,
} from '@medspasync/schemas';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
  untilSettled,
} from '../../../testing/index.ts';

export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** What somebody redeemed so many days ago. */
export const redeemed = (id: string, days: number, amount: number, program = 'alle') => ({
  transaction_id: id,
  customer_name: `Patient ${id}`,
  amount,
  date: daysAgo(days),
  program,
});
export const BOOKS = {
  reward_transactions: [
    redeemed('R-1', 40, 20),
    redeemed('R-2', 39, 35),
    redeemed('R-3', 38, 11),
    redeemed('E-1', 50, 40, 'evolus'),
    redeemed('E-2', 5, 40, 'evolus'),
    redeemed('S-1', 20, 30, 'aspire'),
    redeemed('S-2', 19, 20, 'aspire'),
    redeemed('S-3', 18, 20, 'aspire'),
  ],
  pos_transactions: [{ transaction_id: 'P-1', customer_name: 'Zed Quill', amount: 999, date: '2024-01-02' }],
  threshold: 1,
};
export const REMITTANCE = [
  'Remittance ID,Payment Date,Amount,Program',
  `L-1,${daysAgo(10)},31.00,Allē`,
  `X-1,${daysAgo(9)},20.00,Aspire`,
  `T-1,${daysAgo(8)},-5.00,Allē`,
].join('\r\n');

export let app: TestApp;
export let spa: TestOrganization;
/** The run over `BOOKS`. */
export let run: FinishedRun;

/** Gives every test of a file a spa of its own with these books, reconciled; the remittance is not there yet. */
export function setUpRedemptions(): void {
  beforeAll(async () => {
    app = await startTestApp({ withWorker: true });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    spa = await app.createOrganization();
    run = await reconcileToEnd(app, spa, BOOKS);
  });
}

type Member = keyof TestOrganization['members'];
export const as = (role: Member) => spa.members[role].authorization;
export const upload = (content = REMITTANCE, query = '') =>
  app.http
    .post(`/upload/reimbursements${query}`)
    .set(as('reviewer'))
    .attach('file', Buffer.from(content), 'remittance.csv');
export const settle = async (): Promise<SettlementWire> => {
  const { body } = await app.http.post('/reimbursements/settlements').set(as('reviewer')).expect(202);
  return untilSettled(app, spa, body.settlement_id);
};
export const payments = async (): Promise<Record<string, PaymentWire>> => {
  const { body } = await app.http.get('/reimbursements/payments').set(as('viewer')).expect(200);
  return Object.fromEntries(body.payments.map((one: PaymentWire) => [one.transaction.transaction_id, one]));
};
export const redemptions = async (): Promise<Record<string, RedemptionWire>> => {
  const { body } = await app.http.get('/reimbursements/redemptions').set(as('viewer')).expect(200);
  return Object.fromEntries(
    body.redemptions.map((one: RedemptionWire) => [one.transaction.transaction_id, one]),
  );
};
export const summary = async (): Promise<ProgramReimbursementsWire[]> => {
  const query = `from=${daysAgo(100).slice(0, 7)}&to=${daysAgo(0).slice(0, 7)}`;
  const { body } = await app.http.get(`/reimbursements/summary?${query}`).set(as('viewer')).expect(200);
  return body.programs;
};
export const choose = (paymentId: string, ids: readonly string[], role: Member = 'reviewer') =>
  app.http
    .post(`/reimbursements/payments/${paymentId}/settlement`)
    .set(as(role))
    .send({ redemption_ids: ids });
