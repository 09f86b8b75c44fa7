// A payment that a run must not settle is an open question all the same: those after it wait for it.
import { reconcileToEnd } from '../../testing/index.ts';
import {
  app,
  as,
  BOOKS,
  choose,
  daysAgo,
  payments,
  redeemed,
  redemptions,
  settle,
  setUpRedemptions,
  spa,
  upload,
} from './testing/remittance.ts';

setUpRedemptions();

// The lump of 60.00 is the first two of the later five by turn; by its amount alone, it may be two others.
const REDEEMED = [85, 48, 47, 46, 45, 44].map((days, i) =>
  redeemed(`W-${i}`, days, [31, 40, 20, 30, 25, 30][i]!, 'xperience'),
);
const FIRST = `L-0,${daysAgo(41)},31.00`;
const LUMP = `L-2,${daysAgo(5)},60.00`;
const pay = (...lines: string[]) =>
  upload(
    ['Remittance ID,Payment Date,Amount,Program', ...lines.map((line) => `${line},Xperience`)].join('\r\n'),
  ).expect(200);
const lump = async () => (await payments())['L-2']!;

beforeEach(async () => {
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: REDEEMED });
  await pay(FIRST);
  await settle();
});

test('without one, a lump is settled in its turn', async () => {
  await pay(LUMP);
  await settle();
  expect((await lump()).redemptions.map(({ transaction }) => transaction.transaction_id).sort()).toEqual([
    'W-1',
    'W-2',
  ]);
});

test('a lump waits for a payment before it that a person took back', async () => {
  await pay(`L-1,${daysAgo(40)},50.00`);
  const { 'W-2': one, 'W-3': other } = await redemptions();
  const { 'L-1': before } = await payments();
  await choose(before!.payment_id, [one!.redemption_id, other!.redemption_id]).expect(200);
  const path = `/reimbursements/payments/${before!.payment_id}/settlement`;
  await app.http.delete(path).set(as('reviewer')).expect(200);
  await pay(LUMP);
  await settle();
  expect((await lump()).result).toBe('review');
  expect((await payments())['L-1']!.result).toBe('undone');
});

test('a lump waits for a payment of a closed month', async () => {
  await pay(`L-1,${daysAgo(40)},50.00`);
  const month = daysAgo(40).slice(0, 7);
  const { body } = await app.http.get(`/periods/preview?month=${month}`).set(as('viewer')).expect(200);
  const scope = { month, acknowledged_digest: body.open_items_digest };
  await app.http.post('/periods').set(as('manager')).send(scope).expect(201);
  await pay(LUMP);
  await settle();
  expect((await lump()).result).toBe('review');
  expect((await payments())['L-1']!.result).toBe('waiting');
});

test('a lump waits for a payment of its file that has no day', async () => {
  await pay(LUMP, 'L-1,,50.00');
  await settle();
  expect((await lump()).result).toBe('review');
  expect((await payments())['L-1']).toMatchObject({ result: 'unexplained', detail: 'It has no date' });
});

test('a lump waits for no payment of a later file that has no day', async () => {
  await pay(LUMP);
  await pay('L-1,,50.00');
  await settle();
  expect((await lump()).result).toBe('settled');
});
