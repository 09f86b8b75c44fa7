// A refund or void of a sale comes as a row of its own in a later file than the sale: the money is as if one file had both.
import {
  app,
  approve,
  as,
  EQUAL,
  figures,
  get,
  INVOICED,
  inAnotherSpa,
  R1,
  read,
  refundOf,
  results,
  rowIn,
  run,
  SOMEBODY,
  STRANGER,
  setUpSpa,
  share,
  twentyDecideDuring,
  twoOnOne,
  undoRun,
} from './testing/two-on-one.ts';

setUpSpa();

test.each([
  ['names its invoice', { customer_name: undefined, customer_phone: undefined, customer_email: undefined }],
  ['has its patient and amount', { invoice_id: undefined }],
  ['is a void of the same day', { invoice_id: undefined, type: 'void', date: '2026-03-02' }],
])('a sale whose refund %s pays for nothing any more, and its pairs wait for a person', async (_what, says) => {
  const both = await twoOnOne();
  await read(refundOf(INVOICED, says));
  expect(await figures()).toMatchObject({ matched: 0, matched_amount: 0 });
  for (const id of ['R-1', 'R-2'])
    expect(await rowIn(both, id)).toMatchObject({
      decision: null,
      state: 'MISMATCHED',
      reason_codes: expect.arrayContaining(['REFUND_AFTER_REDEMPTION']),
      earlier_decision: { why: 'sale_refunded', remark: 'Its sale was refunded or voided since.' },
    });
  expect(await rowIn(both, 'R-1')).toMatchObject({
    dollars_at_stake: 40,
    note: 'Its sale of $100.00 was refunded or voided',
  });
});

test('a pair that the run had matched by itself waits, too, with the code that one file would have given it', async () => {
  const alone = await run([R1], [EQUAL], 0.5);
  expect(alone.rowOf('R-1').result).toBe('match');
  await read(refundOf(EQUAL));
  expect(await rowIn(alone, 'R-1')).toMatchObject({
    result: 'review_required',
    reason_codes: expect.arrayContaining(['REFUND_AFTER_REDEMPTION']),
    state: 'MISMATCHED',
    dollars_at_stake: 40,
  });
  expect((await results(alone)).summary.matched_amount).toBe(0);
  expect((await get(`/reconcile/jobs/${alone.jobId}`)).matches_found).toBe(0);
  const together = await run(
    [{ ...R1, transaction_id: 'R-9' }],
    [
      { ...EQUAL, transaction_id: 'P-8' },
      { ...EQUAL, transaction_id: 'P-9', type: 'refund', date: '2026-03-09' },
    ],
  );
  expect(together.rowOf('R-9')).toMatchObject({
    reason_codes: ['REFUND_AFTER_REDEMPTION'],
    state: 'MISMATCHED',
    dollars_at_stake: 40,
  });
});

test('a part that names the invoice leaves the rest: the older pair stands, the newer waits', async () => {
  const both = await twoOnOne();
  await read(refundOf(INVOICED, { amount: 20 }));
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
  expect(await rowIn(both, 'R-1')).toMatchObject({
    decision: { verdict: 'approved' },
    note: '$20.00 of its $100.00 sale was refunded',
    sale_share: { other_rewards: 0, left: 40 },
  });
  const { body } = await share(both, 'R-2', 'R-1').expect(409);
  expect(body).toMatchObject({
    code: 'decision.pos_taken',
    detail: 'Another reward of this run has it: $40.00 of its $80.00 is left.',
  });
});

test.each([
  ['another invoice', { invoice_id: 'INV-7002' }],
  ['somebody else', { ...STRANGER, invoice_id: undefined, amount: 100 }],
  ['a part of the amount and no invoice', { invoice_id: undefined, amount: 20 }],
  ['a day months later', { invoice_id: undefined, date: '2026-06-09' }],
  ['the day before', { invoice_id: undefined, date: '2026-03-01' }],
])('a refund of %s leaves the sale alone', async (_what, says) => {
  const both = await twoOnOne();
  const before = await results(both);
  await read(refundOf(INVOICED, says));
  expect(await results(both)).toEqual(before);
});

test('a refund that bears the number of its sale is a new version of it, and comes to the same', async () => {
  const both = await twoOnOne();
  await read(refundOf(INVOICED, { transaction_id: 'P-1' }));
  expect(await figures()).toMatchObject({ matched: 0 });
  for (const id of ['R-1', 'R-2'])
    expect(await rowIn(both, id)).toMatchObject({
      decision: null,
      state: 'MISMATCHED',
      reason_codes: expect.arrayContaining(['REFUND_AFTER_REDEMPTION']),
    });
});

test.each([
  ['its number', { invoice_id: undefined }],
  ['its number and invoice', {}],
])('a part of it that bears %s leaves the rest, also when both files come again', async (_what, says) => {
  const sale = { ...INVOICED, ...says };
  const part = refundOf(sale, { transaction_id: 'P-1', amount: 20, date: '2026-08-09' });
  const both = await twoOnOne(sale);
  await read(part);
  const expectRest = async () => {
    expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
    expect(await rowIn(both, 'R-1')).toMatchObject({
      note: '$20.00 of its $100.00 sale was refunded',
      sale_share: { other_rewards: 0, left: 40 },
    });
  };
  await expectRest();
  await read(sale, part);
  await expectRest();
  await read({ ...part, amount: 60 });
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
  expect(await rowIn(both, 'R-1')).toMatchObject({ note: '$60.00 of its $100.00 sale was refunded' });
});

test('a refund that came before the file of its sale counts from the run that reads the sale', async () => {
  await read(refundOf(EQUAL));
  const late = await run([R1], [EQUAL], 0.5);
  expect(late.rowOf('R-1')).toMatchObject({
    result: 'review_required',
    reason_codes: expect.arrayContaining(['REFUND_AFTER_REDEMPTION']),
  });
  expect((await results(late)).summary.matched_amount).toBe(0);
});

test('a discount that was refunded in a later file is no redemption that is missing', async () => {
  const discount = { ...EQUAL, service: 'Alle Rewards' };
  const first = await run([SOMEBODY], [discount]);
  expect(first.rowOf('P-1')).toMatchObject({ reason_codes: ['POS_NOT_REDEEMED'], state: 'MISSING' });
  const { open } = await figures();
  const second = await run(
    [{ ...SOMEBODY, transaction_id: 'S-2', date: '2026-04-28' }],
    [{ ...discount, transaction_id: 'P-2', type: 'refund', date: '2026-03-09' }],
  );
  expect(await rowIn(first, 'P-1')).toMatchObject({ state: null, dollars_at_stake: 0 });
  expect(await figures()).toMatchObject({ open: open - 1 });
  await undoRun(second);
  expect(await rowIn(first, 'P-1')).toMatchObject({ state: 'MISSING', dollars_at_stake: 40 });
});

test('a pair that is kept though its sale was refunded gives the reward up only when a second person says so', async () => {
  const alone = await run([R1], [EQUAL]);
  await approve(alone, 'R-1').expect(200);
  await read(refundOf(EQUAL));
  const { body } = await approve(alone, 'R-1').expect(200);
  expect(body.decision.approval).toMatchObject({ status: 'pending' });
  expect(await figures()).toMatchObject({ matched: 0, awaiting_approval: 1, awaiting_approval_amount: 40 });
  await app.http.post(alone.pathOf('R-1', 'decision/approval')).set(as('manager')).expect(200);
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
});

test('another organization’s refund of the same invoice is of its own sale', async () => {
  await twoOnOne();
  await inAnotherSpa(() => read(refundOf(INVOICED)));
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
});

test('whatever twenty people decide while the sale is refunded in part, its pairs take no more than is left', async () => {
  const both = await twoOnOne();
  await twentyDecideDuring(both, read(refundOf(INVOICED, { amount: 20 })));
  expect((await figures()).matched_amount).toBeLessThanOrEqual(80);
});
