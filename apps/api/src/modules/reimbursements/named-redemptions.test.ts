// Remittances that list line by line what they pay, by the ids of the redemptions or their codes.
import { reconcileToEnd } from '../../testing/index.ts';
import {
  app,
  BOOKS,
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

/** Three of one day and amount, which no sum can tell apart. */
const ALIKE = ['ALE-70001', 'ALE-70002', 'ALE-70003'].map((id) => redeemed(id, 40, 40));

const remittance = (...lines: string[]): string =>
  ['Remittance ID,Payment Date,Amount,Program,Payment Reference', ...lines].join('\r\n');

test('lines that name redemptions pay these, in whole or too little, however many are alike', async () => {
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: ALIKE });
  const day = daysAgo(10);
  await upload(remittance(`L-1,${day},40.00,Allē,ALE-70002`, `L-2,${day},35.00,Allē,ale 70003`)).expect(200);
  expect(await settle()).toMatchObject({ settled: 1, review: 1, settled_amount: 40 });
  const read = await payments();
  expect(read['L-1']).toMatchObject({
    result: 'settled',
    redemptions: [{ amount: 40, transaction: { transaction_id: 'ALE-70002' } }],
  });
  expect(read['L-1']!.detail).toContain('the payment names it');
  expect(read['L-2']).toMatchObject({
    result: 'review',
    reason_codes: ['REIMBURSED_SHORT'],
    short_amount: 5,
    alternatives: [{ redemptions: [{ transaction: { transaction_id: 'ALE-70003' } }] }],
  });
  const states = await redemptions();
  expect(ALIKE.map(({ transaction_id }) => states[transaction_id]!.state)).toEqual([
    'NOT_REIMBURSED',
    'REIMBURSED',
    'NOT_REIMBURSED',
  ]);
});

test('a certificate names its redemption too, long after its usual days', async () => {
  const reward = { ...redeemed('R-9', 170, 55), reference: 'CERT-88112' };
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: [reward] });
  await upload(remittance(`L-1,${daysAgo(2)},55.00,Allē,CERT 88112`)).expect(200);
  expect(await settle()).toMatchObject({ settled: 1, settled_amount: 55 });
  expect((await payments())['L-1']!.redemptions[0]!.transaction.transaction_id).toBe('R-9');
});
