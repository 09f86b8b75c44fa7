// Several payments for one redemption add up, and each can be taken back by itself.
import type { PaymentWire } from '@medspasync/schemas';
import {
  app,
  as,
  choose,
  daysAgo,
  payments,
  redemptions,
  settle,
  setUpRedemptions,
  summary,
  upload,
} from './testing/remittance.ts';

setUpRedemptions();

const remittance = (...lines: string[]) =>
  upload(['Remittance ID,Payment Date,Amount,Program', ...lines].join('\r\n')).expect(200);
const undo = ({ payment_id }: PaymentWire) =>
  app.http.delete(`/reimbursements/payments/${payment_id}/settlement`).set(as('reviewer')).expect(200);

test('a redemption that was paid in part is short until the rest comes, and undoing one payment takes its part back', async () => {
  await remittance(`A-1,${daysAgo(20)},25.00,Evolus`);
  const { 'A-1': first } = await payments();
  const { 'E-1': redemption } = await redemptions();
  await choose(first!.payment_id, [redemption!.redemption_id]).expect(200);
  expect((await redemptions())['E-1']).toMatchObject({
    state: 'REIMBURSED_SHORT',
    reimbursed_amount: 25,
    short_amount: 15,
    deadline: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
  expect((await payments())['A-1']).toMatchObject({ short_amount: 15, reason_codes: ['REIMBURSED_SHORT'] });
  await remittance(`A-2,${daysAgo(10)},15.00,Evolus`);
  expect(await settle()).toMatchObject({ settled: 1, settled_amount: 15 });
  const { 'A-1': firstNow, 'A-2': second } = await payments();
  expect(firstNow).toMatchObject({
    short_amount: 0,
    reason_codes: [],
    detail: 'Chosen by a person, $15.00 short then',
    redemptions: [
      {
        amount: 25,
        open_amount: 0,
        payments: [
          { payment_id: first!.payment_id, amount: 25, paid_on: daysAgo(20) },
          { payment_id: second!.payment_id, amount: 15, paid_on: daysAgo(10) },
        ],
      },
    ],
  });
  expect((await redemptions())['E-1']).toMatchObject({
    state: 'REIMBURSED',
    reimbursed_amount: 40,
    short_amount: 0,
    deadline: null,
    reimbursed_on: daysAgo(10),
    payment_id: second!.payment_id,
    payments: [
      { payment_id: first!.payment_id, amount: 25, paid_on: daysAgo(20) },
      { payment_id: second!.payment_id, amount: 15, paid_on: daysAgo(10) },
    ],
  });
  await undo(first!);
  expect((await redemptions())['E-1']).toMatchObject({ reimbursed_amount: 15, short_amount: 25 });
  expect((await payments())['A-2']).toMatchObject({ short_amount: 25, reason_codes: ['REIMBURSED_SHORT'] });
  await undo(second!);
  expect((await redemptions())['E-1']).toMatchObject({ state: 'NOT_REIMBURSED', payments: [] });
});

test('two payments of one file that only together make a redemption pay it without a person', async () => {
  await remittance(`A-1,${daysAgo(20)},25.00,Evolus`, `A-2,${daysAgo(10)},15.00,Evolus`);
  expect(await settle()).toMatchObject({ payments: 2, settled: 2, review: 0, settled_amount: 40 });
  expect((await redemptions())['E-1']).toMatchObject({
    state: 'REIMBURSED',
    reimbursed_amount: 40,
    payments: [{ amount: 25 }, { amount: 15 }],
  });
  const { 'A-1': first, 'A-2': second } = await payments();
  expect([first, second].map((one) => [one!.result, one!.short_amount, one!.settled_by])).toEqual([
    ['settled', 0, null],
    ['settled', 0, null],
  ]);
  await undo(second!);
  expect((await redemptions())['E-1']).toMatchObject({ state: 'REIMBURSED_SHORT', short_amount: 15 });
  expect((await payments())['A-1']).toMatchObject({ result: 'settled', short_amount: 15 });
});

test('where they could make either of two redemptions, or came in two files, a person says which', async () => {
  await remittance(`A-1,${daysAgo(10)},12.00,Aspire`, `A-2,${daysAgo(9)},8.00,Aspire`);
  await remittance(`B-1,${daysAgo(20)},25.00,Evolus`);
  await remittance(`B-2,${daysAgo(10)},15.00,Evolus`);
  expect(await settle()).toMatchObject({ payments: 4, settled: 0, review: 4 });
});

test('what is open of a redemption is all that another payment may be chosen for', async () => {
  await remittance(`A-1,${daysAgo(20)},25.00,Evolus`, `A-2,${daysAgo(10)},16.00,Evolus`);
  const { 'A-1': first, 'A-2': second } = await payments();
  const { 'E-1': redemption } = await redemptions();
  await choose(first!.payment_id, [redemption!.redemption_id]).expect(200);
  const { body } = await choose(second!.payment_id, [redemption!.redemption_id]).expect(409);
  expect(body.detail).toBe('The payment is $1.00 more than these redemptions.');
});

test('a lump is split over what is open, to the cent', async () => {
  await remittance(`A-1,${daysAgo(20)},20.00,Allē`);
  const { 'A-1': part } = await payments();
  const { 'R-2': redemption } = await redemptions();
  await choose(part!.payment_id, [redemption!.redemption_id]).expect(200);
  // R-1, the rest of.
  await remittance(`A-2,${daysAgo(10)},46.00,Allē`);
  await settle();
  const { 'A-2': lump } = await payments();
  expect(lump).toMatchObject({ result: 'settled', open_amount: 0 });
  expect(
    lump!.redemptions.map(({ amount, transaction }) => [transaction.transaction_id, amount]).sort(),
  ).toEqual([
    ['R-1', 20],
    ['R-2', 15],
    ['R-3', 11],
  ]);
  const alle = (await summary()).find(({ program }) => program === 'alle');
  expect(alle).toMatchObject({ reimbursed: 3, reimbursed_amount: 66, short: 0, short_amount: 0 });
});

test('ways to choose among say what is open of their redemptions', async () => {
  await remittance(`A-1,${daysAgo(20)},25.00,Evolus`);
  const { 'A-1': first } = await payments();
  const { 'E-1': redemption } = await redemptions();
  await choose(first!.payment_id, [redemption!.redemption_id]).expect(200);
  await remittance(`A-2,${daysAgo(10)},15.00,Evolus`);
  await settle();
  const { 'A-2': second } = await payments();
  await undo(second!);
  const [way] = (await payments())['A-2']!.alternatives;
  expect(way).toMatchObject({ amount: 15, short_amount: 0, redemptions: [{ open_amount: 15 }] });
});
