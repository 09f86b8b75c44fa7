// What people and files do to the books while a settling run is under way, and what comes before or after it.
import type { RedemptionWire } from '@medspasync/schemas';
import { currentEntityManager } from '../../platform/database/index.ts';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
  untilSettled,
  untilSomebodyWaits,
} from '../../testing/index.ts';
import { ClaimsRepository } from '../reconciliation/index.ts';
import { PaymentsRepository } from './payments.repository.ts';

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const WRITE_OFF = { verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' };
const ANA = {
  transaction_id: '1001',
  customer_name: 'Ana Reyes',
  amount: 40,
  date: daysAgo(30),
  program: 'alle',
};
const BOOKS = {
  reward_transactions: [ANA],
  pos_transactions: [
    { transaction_id: 'P-1', customer_name: 'Zed Quill', amount: 10, date: daysAgo(28), program: 'alle' },
  ],
  threshold: 1,
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
  run = await reconcileToEnd(app, spa, BOOKS);
});

type Member = keyof TestOrganization['members'];
const as = (role: Member) => spa.members[role].authorization;
const upload = (...lines: string[]) =>
  app.http
    .post('/upload/reimbursements?program=alle')
    .set(as('reviewer'))
    .attach('file', Buffer.from(['Payment Date,Amount,Status', ...lines].join('\r\n')), 'remittance.csv')
    .expect(200);
const startSettling = async (): Promise<string> =>
  (await app.http.post('/reimbursements/settlements').set(as('reviewer')).expect(202)).body.settlement_id;
const redemptions = async (): Promise<RedemptionWire[]> =>
  (await app.http.get('/reimbursements/redemptions').set(as('viewer')).expect(200)).body.redemptions;

test('a redemption that is written off while a run reads the books is not paid by it', async () => {
  await app.http.post(run.pathOf('1001')).set(as('reviewer')).send(WRITE_OFF).expect(200);
  await upload(`${daysAgo(5)},40.00,Paid`);
  const settlementId = await app.platform.database.withinOrganization(spa.organizationId, async () => {
    await new PaymentsRepository().holdLedger();
    const id = await startSettling();
    await untilSomebodyWaits();
    // What an approval writes, by who holds the books.
    await currentEntityManager().query(
      'UPDATE decisions SET approved_by = $1, approved_at = now() WHERE needs_approval',
      [spa.members.manager.userId],
    );
    return id;
  });
  expect(await untilSettled(app, spa, settlementId)).toMatchObject({ settled: 0, settled_amount: 0 });
  expect(await redemptions()).toEqual([]);
});

test('a rewards file is read another way while somebody decides, and neither fails for the other', async () => {
  const voided = { ...ANA, transaction_id: 'V-1', type: 'void' };
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: [voided] });
  const { body: sent } = await app.http
    .post('/upload/reward-transactions')
    .set(as('reviewer'))
    .attach('file', Buffer.from('customer_name,amount,date\r\nBea Holm,40.00,03/04/2024'), 'rewards.csv')
    .expect(200);
  const { remapped } = await app.platform.database.withinOrganization(spa.organizationId, async () => {
    // In the order of a decision that asks what was paid.
    await new ClaimsRepository().hold();
    const remapped = app.http
      .put(`/uploads/${sent.upload_id}/mapping`)
      .set(as('reviewer'))
      .send({ columns: [{ column_index: 2, field: 'date' }], date_order: 'dmy' })
      .then(({ body, status }) => [status, body.transactions?.[0].date]);
    await Promise.race([remapped, untilSomebodyWaits()]);
    await new PaymentsRepository().holdLedger();
    return { remapped };
  });
  expect(await remapped).toEqual([200, '2024-04-03']);
});

test('a remittance that is read another way waits for who holds the months, and has no hand on the ledger meanwhile', async () => {
  const { body: sent } = await upload(`${daysAgo(5)},7.00,Paid`);
  const { remapped } = await app.platform.database.withinOrganization(spa.organizationId, async () => {
    // In the order of whoever settles; as somebody closes a month, the other has to wait.
    await currentEntityManager().query('SELECT FROM organizations WHERE id = $1 FOR NO KEY UPDATE', [
      spa.organizationId,
    ]);
    const remapped = app.http
      .put(`/uploads/${sent.upload_id}/mapping`)
      .set(as('reviewer'))
      .send({ columns: [{ column_index: 1, field: 'amount' }] })
      .then(({ status }) => status);
    await Promise.race([remapped, untilSomebodyWaits('transactionid')]);
    await new PaymentsRepository().holdLedger();
    return { remapped };
  });
  expect(await remapped).toBe(200);
});

test('redemptions of two programs that bear the same number are both owed', async () => {
  const bea = {
    transaction_id: '1001',
    customer_name: 'Bea Holm',
    amount: 75,
    date: daysAgo(12),
    program: 'evolus',
  };
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: [bea] });
  expect((await redemptions()).map(({ redeemed_amount }) => redeemed_amount)).toEqual([40, 75]);
});

test('patients who bring the same coupon each have their redemption, and a corrected amount changes one', async () => {
  const coupon = (name: string, days: number, amount = 25) => ({
    customer_name: name,
    amount,
    date: daysAgo(days),
    program: 'aspire',
    reference: 'SPRING25',
  });
  const send = (...rewards: object[]) => reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: rewards });
  await send(coupon('Cleo Marsh', 20));
  await send(coupon('Dora Lind', 9));
  await send(coupon('Dora Lind', 9, 20));
  const owed = (await redemptions()).filter(({ transaction: { program } }) => program === 'aspire');
  expect(owed.map(({ redeemed_amount }) => redeemed_amount)).toEqual([25, 20]);
});

test('money that was taken back is no payment that is still open, voided or refunded', async () => {
  await upload(`${daysAgo(5)},7.00,Paid`, `${daysAgo(4)},100.00,Voided`, `${daysAgo(4)},50.00,Refunded`);
  const { body } = await app.http.get('/reimbursements/summary').set(as('viewer')).expect(200);
  expect(body).toMatchObject({ open_payments: 1, open_payments_amount: 7 });
});

test('a pair with a sale of less is approved also once the redemption was paid: nothing of it is given up', async () => {
  const short = {
    verdict: 're_paired',
    pos_result_id: run.rowOf('P-1').result_id,
    note: 'The till had no more.',
  };
  await app.http.post(run.pathOf('1001')).set(as('reviewer')).send(short).expect(200);
  await upload(`${daysAgo(5)},40.00,Paid`);
  expect(await untilSettled(app, spa, await startSettling())).toMatchObject({ settled: 1 });
  const { body } = await app.http
    .post(run.pathOf('1001', 'decision/approval'))
    .set(as('manager'))
    .expect(200);
  expect(body).toMatchObject({ state: null, decision: { approval: { status: 'approved' } } });
});
