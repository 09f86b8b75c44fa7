// The third leg from the side of what was redeemed: what came back of it, when, and what the months add up to.
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

test('each redemption says what came back of it, and when', async () => {
  await upload().expect(200);
  await settle();
  const states = await redemptions();
  expect(states['R-1']).toMatchObject({
    state: 'REIMBURSED',
    reimbursed_amount: 20,
    reimbursed_on: daysAgo(10),
    days_to_reimbursement: 30,
  });
  expect(states['R-2']).toMatchObject({ state: 'NOT_REIMBURSED', expected_on: daysAgo(9), payment_id: null });
  expect(states['E-2']).toMatchObject({ state: 'AWAITED', reimbursed_amount: 0, short_amount: 0 });
});

test('the days a program takes are those of its rule on the day of the redemption', async () => {
  const rule = { program: 'alle', lag_days: 5, claim_window_days: 30, cents_per_point: 10 };
  const set = { ...rule, valid_from: daysAgo(60), reimbursement_days: 90 };
  await app.http.put('/organizations/current/program-rules').set(as('admin')).send(set).expect(200);
  expect((await redemptions())['R-2']!.state).toBe('AWAITED');
  expect((await summary()).find(({ program }) => program === 'alle')!.expected_days).toBe(90);
});

test('a redemption that is paid is not written off, and one that is written off is not paid', async () => {
  await upload().expect(200);
  await settle();
  const writeOff = (id: string) =>
    app.http
      .post(run.pathOf(id))
      .set(as('reviewer'))
      .send({ verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' });
  const { body } = await writeOff('R-1').expect(409);
  expect(body.code).toBe('redemption.paid');
  const { 'S-2': redemption } = await redemptions();
  const { 'X-1': payment } = await payments();
  await writeOff('S-2').expect(200);
  await app.http.post(run.pathOf('S-2', 'decision/approval')).set(as('manager')).expect(200);
  const refused = await choose(payment!.payment_id, [redemption!.redemption_id]).expect(409);
  expect(refused.body.errors).toEqual([
    { field: 'redemption_ids[0]', message: 'is written off: take the write-off back first' },
  ]);
  await app.http.delete(run.pathOf('S-2')).set(as('reviewer')).expect(200);
  await writeOff('S-2').expect(200);
  await choose(payment!.payment_id, [redemption!.redemption_id]).expect(200);
  const late = await app.http.post(run.pathOf('S-2', 'decision/approval')).set(as('manager')).expect(409);
  expect(late.body.code).toBe('redemption.paid');
});

test('a redemption from before any rule of its program is summed up like any other', async () => {
  const old = { ...redeemed('O-1', 0, 20), date: '1969-07-20' };
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: [old] });
  const { body } = await app.http
    .get('/reimbursements/summary?from=1969-01&to=1969-12')
    .set(as('viewer'))
    .expect(200);
  expect(body.programs).toMatchObject([{ program: 'alle', redeemed: 1, expected_days: 30 }]);
});

const cents = (dollars: number): number => Math.round(dollars * 100);

test('the summary adds up to the cent: reimbursed, short, awaited and not reimbursed are what was redeemed', async () => {
  await upload().expect(200);
  await settle();
  const { 'X-1': payment } = await payments();
  const { 'S-1': first } = await redemptions();
  await choose(payment!.payment_id, [first!.redemption_id]).expect(200);
  const programs = await summary();
  expect(programs.map(({ program }) => program)).toEqual(['alle', 'aspire', 'evolus']);
  for (const one of programs) {
    const parts = [
      one.reimbursed_amount,
      one.short_amount,
      one.awaited_amount,
      one.not_reimbursed_amount,
    ].map(cents);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents(one.redeemed_amount));
    expect(one.reimbursed + one.short + one.awaited + one.not_reimbursed).toBe(one.redeemed);
  }
  const paid = Object.values(await payments()).flatMap(({ redemptions: shares }) => shares);
  const paidCents = paid.reduce((sum, { amount }) => sum + cents(amount), 0);
  expect(programs.reduce((sum, { reimbursed_amount }) => sum + cents(reimbursed_amount), 0)).toBe(paidCents);
  expect(programs[0]).toMatchObject({ reimbursed: 2, reimbursed_amount: 31, average_days: 29 });
  expect(programs[1]).toMatchObject({ short: 1, short_amount: 10, expected_days: 30 });
});
