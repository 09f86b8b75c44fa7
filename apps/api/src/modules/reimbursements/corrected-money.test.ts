// What a file corrects after the money was settled: the redemption that was paid, or the payment itself.
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
  run,
  settle,
  setUpRedemptions,
  spa,
  summary,
  upload,
} from './testing/remittance.ts';

setUpRedemptions();

const remittance = (...lines: string[]) =>
  upload(['Remittance ID,Payment Date,Amount,Program', ...lines].join('\r\n')).expect(200);
/** The redemption of $40, which a file has corrected. */
const correct = (amount: number) =>
  reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: [redeemed('E-1', 50, amount, 'evolus')] });
const paid = async () => {
  await remittance(`A-1,${daysAgo(20)},40.00,Evolus`);
  const { 'A-1': payment } = await payments();
  const { 'E-1': redemption } = await redemptions();
  await choose(payment!.payment_id, [redemption!.redemption_id]).expect(200);
  expect((await redemptions())['E-1']!.state).toBe('REIMBURSED');
};
const stories = async (...ids: string[]) => {
  const all = await redemptions();
  return ids.map((id) => [all[id]!.state, all[id]!.reimbursed_amount]);
};

test('a redemption that was paid, and is corrected to more, is short of the rest until that is paid', async () => {
  await paid();
  await correct(60);
  expect((await redemptions())['E-1']).toMatchObject({
    state: 'REIMBURSED_SHORT',
    redeemed_amount: 60,
    reimbursed_amount: 40,
    short_amount: 20,
    deadline: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
  await remittance(`A-2,${daysAgo(8)},20.00,Evolus`);
  await settle();
  expect(await stories('E-1')).toEqual([['REIMBURSED', 60]]);
});

test('one that is corrected to less was overpaid, and the sums of its program still add up', async () => {
  await paid();
  await correct(25);
  expect((await redemptions())['E-1']).toMatchObject({
    state: 'OVERPAID',
    redeemed_amount: 25,
    reimbursed_amount: 40,
    short_amount: 0,
    overpaid_amount: 15,
    deadline: null,
  });
  expect((await summary()).find(({ program }) => program === 'evolus')).toMatchObject({
    redeemed: 2,
    redeemed_amount: 65,
    reimbursed: 1,
    reimbursed_amount: 40,
    overpaid: 1,
    overpaid_amount: 15,
    awaited_amount: 40,
  });
});

test('a payment that was settled, and is corrected to more, is open for the rest and pays on', async () => {
  await remittance(`L-1,${daysAgo(10)},31.00,Allē`);
  await settle();
  await remittance(`L-1,${daysAgo(10)},66.00,Allē`);
  const { 'L-1': corrected } = await payments();
  expect(corrected).toMatchObject({
    result: 'waiting',
    detail: 'Corrected to more since it was settled',
    open_amount: 35,
  });
  expect(await stories('R-1', 'R-2', 'R-3')).toEqual([
    ['REIMBURSED', 20],
    ['NOT_REIMBURSED', 0],
    ['REIMBURSED', 11],
  ]);
  expect(await settle()).toMatchObject({ settled: 1, settled_amount: 35 });
  const { 'L-1': whole } = await payments();
  expect(whole).toMatchObject({ result: 'settled', open_amount: 0 });
  expect(whole!.redemptions.reduce((sum, { amount }) => sum + amount, 0)).toBe(66);
  const path = `/reimbursements/payments/${whole!.payment_id}/settlement`;
  const { body } = await app.http.delete(path).set(as('reviewer')).expect(200);
  expect(body).toMatchObject({ result: 'undone', redemptions: [], open_amount: 66 });
  expect((await stories('R-1', 'R-2', 'R-3')).map(([, amount]) => amount)).toEqual([0, 0, 0]);
});

test('a payment that is corrected to less pays the oldest first, and what it leaves out is owed again', async () => {
  await remittance(`L-1,${daysAgo(10)},31.00,Allē`);
  await settle();
  await remittance(`L-1,${daysAgo(10)},25.00,Allē`);
  expect((await payments())['L-1']).toMatchObject({
    result: 'settled',
    short_amount: 6,
    reason_codes: ['REIMBURSED_SHORT'],
    open_amount: 0,
  });
  expect(await stories('R-1', 'R-3')).toEqual([
    ['REIMBURSED', 20],
    ['REIMBURSED_SHORT', 5],
  ]);
  await remittance(`L-2,${daysAgo(9)},6.00,Allē`);
  await settle();
  expect(await stories('R-3')).toEqual([['REIMBURSED', 11]]);
});

test('a payment that is corrected to less leaves out of one day what it would have left out when it was settled', async () => {
  const ids = ['D-1', 'D-2', 'D-3', 'D-4', 'D-5', 'D-6'];
  const rewards = ids.map((id) => redeemed(id, 30, 10, 'xperience'));
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: rewards });
  const settleFirst = async (amount: number) => {
    await remittance(`D-${amount},${daysAgo(9)},${amount}.00,Xperience`);
    const { [`D-${amount}`]: payment } = await payments();
    const all = Object.values(await redemptions()).filter(({ transaction }) =>
      ids.includes(transaction.transaction_id!),
    );
    await choose(
      payment!.payment_id,
      all.map(({ redemption_id }) => redemption_id),
    ).expect(200);
    return payment!.payment_id;
  };
  const paidIds = async () => {
    const all = await redemptions();
    return ids.filter((id) => all[id]!.reimbursed_amount > 0);
  };
  const short = await settleFirst(30);
  const kept = await paidIds();
  await app.http.delete(`/reimbursements/payments/${short}/settlement`).set(as('reviewer')).expect(200);
  await settleFirst(60);
  await remittance(`D-60,${daysAgo(9)},30.00,Xperience`);
  expect(kept).toHaveLength(3);
  expect(await paidIds()).toEqual(kept);
});

test('a payment that a file takes back pays nothing any more', async () => {
  await remittance(`L-1,${daysAgo(10)},31.00,Allē`);
  await settle();
  await remittance(`L-1,${daysAgo(10)},-31.00,Allē`);
  await settle();
  expect((await payments())['L-1']).toMatchObject({
    result: 'unexplained',
    detail: 'Money that was taken back, not paid',
    redemptions: [],
  });
  expect((await stories('R-1', 'R-3')).map(([, amount]) => amount)).toEqual([0, 0]);
});

describe('a payment that was corrected to less, and then to what it was', () => {
  const between = async (work: () => Promise<unknown>) => {
    await remittance(`L-1,${daysAgo(10)},55.00,Allē`);
    const { 'R-1': first, 'R-2': second } = await redemptions();
    await choose((await payments())['L-1']!.payment_id, [first!.redemption_id, second!.redemption_id]).expect(
      200,
    );
    await remittance(`L-1,${daysAgo(10)},20.00,Allē`);
    await work();
    await remittance(`L-1,${daysAgo(10)},55.00,Allē`);
    return second!.redemption_id;
  };

  test('does not pay again what another payment has paid meanwhile, and pays on', async () => {
    await between(async () => {
      await remittance(`L-2,${daysAgo(9)},35.00,Allē`);
      const { 'R-2': owed } = await redemptions();
      await choose((await payments())['L-2']!.payment_id, [owed!.redemption_id]).expect(200);
    });
    expect(await stories('R-1', 'R-2')).toEqual([
      ['REIMBURSED', 20],
      ['REIMBURSED', 35],
    ]);
    const { 'L-1': open } = await payments();
    expect(open).toMatchObject({ result: 'waiting', open_amount: 35 });
    const { 'R-3': other } = await redemptions();
    await remittance(`L-1,${daysAgo(10)},31.00,Allē`);
    await choose(open!.payment_id, [other!.redemption_id]).expect(404);
    const { 'L-1': lower } = await payments();
    await choose(lower!.payment_id, [other!.redemption_id]).expect(200);
    expect(await stories('R-1', 'R-2', 'R-3')).toEqual([
      ['REIMBURSED', 20],
      ['REIMBURSED', 35],
      ['REIMBURSED', 11],
    ]);
    expect((await payments())['L-1']).toMatchObject({ result: 'settled', open_amount: 0 });
  });

  test('does not pay what was written off meanwhile', async () => {
    await between(async () => {
      const write = { verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' };
      await app.http.post(run.pathOf('R-2')).set(as('reviewer')).send(write).expect(200);
      await app.http.post(run.pathOf('R-2', 'decision/approval')).set(as('manager')).expect(200);
    });
    expect(await redemptions()).not.toHaveProperty('R-2');
    expect((await payments())['L-1']).toMatchObject({ result: 'waiting', open_amount: 35 });
  });

  test('pays it again where nobody else has, once that is settled', async () => {
    await between(async () => undefined);
    expect(await stories('R-2')).toEqual([['NOT_REIMBURSED', 0]]);
    expect(await settle()).toMatchObject({ settled: 1, settled_amount: 35 });
    expect(await stories('R-1', 'R-2')).toEqual([
      ['REIMBURSED', 20],
      ['REIMBURSED', 35],
    ]);
  });
});
