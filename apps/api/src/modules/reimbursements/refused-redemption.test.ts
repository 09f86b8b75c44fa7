// A manufacturer refuses one redemption of a lump and pays on: the person who is asked sees it left out first, and is not asked again.
import type { PaymentWire } from '@medspasync/schemas';
import { reconcileToEnd } from '../../testing/index.ts';
import {
  app,
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

const AMOUNTS = [40, 20, 30, 25, 15, 50, 35, 10, 45];
const LATER = AMOUNTS.map((amount, i) => redeemed(`W-${i + 1}`, 40 - i, amount, 'xperience'));
const pay = (line: string) =>
  upload(`Remittance ID,Payment Date,Amount,Program\r\n${line},Xperience`).expect(200);
const idsOf = (listed: readonly Pick<PaymentWire['redemptions'][number], 'transaction'>[]) =>
  listed.map(({ transaction }) => transaction.transaction_id).sort();

test('which of two patients of one day and amount was refused is not told by chance: a person is asked', async () => {
  const [first, second, third] = [
    redeemed('W-1', 40, 40, 'xperience'),
    redeemed('W-2', 40, 40, 'xperience'),
    redeemed('W-3', 41, 31, 'xperience'),
  ];
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: [first, second, third] });
  await pay(`L-1,${daysAgo(20)},71.00`);
  expect(await settle()).toMatchObject({ settled: 0, review: 1, settled_amount: 0 });
  const { 'L-1': asked } = await payments();
  expect(asked!.alternatives.map(({ redemptions: way }) => idsOf(way)).sort()).toEqual([
    ['W-1', 'W-3'],
    ['W-2', 'W-3'],
  ]);
  const ofSecond = asked!.alternatives.find(({ redemptions: way }) => idsOf(way).includes('W-2'))!;
  const chosen = ofSecond.redemptions.map(({ redemption_id }) => redemption_id);
  await choose(asked!.payment_id, chosen).expect(200);
  const owed = await redemptions();
  expect(['W-1', 'W-2', 'W-3'].map((id) => owed[id]!.reimbursed_amount)).toEqual([0, 40, 31]);
});

test('the next lump goes on where the last one ended, and what was refused stays owed', async () => {
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: LATER });
  await pay(`L-1,${daysAgo(20)},85.00`);
  await settle();
  const { 'L-1': asked } = await payments();
  const [likely] = asked!.alternatives;
  expect(asked!.result).toBe('review');
  expect(idsOf(likely!.redemptions)).toEqual(['W-1', 'W-2', 'W-4']);
  await choose(
    asked!.payment_id,
    likely!.redemptions.map(({ redemption_id }) => redemption_id),
  ).expect(200);
  await pay(`L-2,${daysAgo(17)},100.00`);
  expect(await settle()).toMatchObject({ settled: 1, settled_amount: 100 });
  const { 'L-2': next } = await payments();
  expect(idsOf(next!.redemptions)).toEqual(['W-5', 'W-6', 'W-7']);
  expect((await redemptions())['W-3']).toMatchObject({ reimbursed_amount: 0, payment_id: null });
});
