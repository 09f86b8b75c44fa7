// What a refund takes back is told from what runs that stand have read: later files and undone runs change it, as one file would.
import {
  app,
  as,
  decide,
  figures,
  INVOICED,
  P1,
  R1,
  R2,
  read,
  refundOf,
  results,
  rowIn,
  run,
  SOMEBODY,
  setUpSpa,
  share,
  twoOnOne,
  undoRun,
} from './testing/two-on-one.ts';

setUpSpa();

test('a refund takes back the sale of its own file before one of an earlier file, and one sale only', async () => {
  const both = await twoOnOne();
  const later = { ...INVOICED, invoice_id: undefined, transaction_id: 'P-3', date: '2026-03-08' };
  await run([SOMEBODY], [later, { ...later, transaction_id: 'P-4', type: 'refund', date: '2026-03-09' }]);
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
  await read(refundOf(INVOICED, { transaction_id: 'P-5' }));
  await read(refundOf(INVOICED, { transaction_id: 'P-6' }));
  expect(await figures()).toMatchObject({ matched: 0 });
  expect(await rowIn(both, 'R-1')).toMatchObject({ sale_share: { left: 0 } });
});

test('where the run that read the refund is undone, what it had opened stands again', async () => {
  const both = await twoOnOne();
  const before = await results(both);
  const first = await read(refundOf(INVOICED));
  const second = await run(
    [{ ...SOMEBODY, transaction_id: 'S-2' }],
    [{ ...INVOICED, transaction_id: 'P-2', type: 'refund', date: '2026-03-09' }],
  );
  await undoRun(first);
  expect(await figures()).toMatchObject({ matched: 0 });
  await undoRun(second);
  expect(await results(both)).toEqual(before);
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
});

test('a run over the files as they were before the refund keeps no pair that the refund took', async () => {
  await twoOnOne();
  await read(refundOf(INVOICED));
  const again = await run([R1, R2], [INVOICED], 0.5);
  expect(await figures()).toMatchObject({ matched: 0 });
  expect(await rowIn(again, 'R-1')).toMatchObject({
    decision: null,
    reason_codes: expect.arrayContaining(['REFUND_AFTER_REDEMPTION']),
  });
});

test('a refund that a file corrects to another day than the sale’s takes nothing any more', async () => {
  const both = await twoOnOne();
  await read(refundOf(INVOICED, { invoice_id: undefined }));
  await run(
    [{ ...SOMEBODY, transaction_id: 'S-2' }],
    [{ ...INVOICED, invoice_id: undefined, transaction_id: 'P-2', type: 'refund', date: '2026-03-01' }],
  );
  expect(await rowIn(both, 'R-1')).toMatchObject({ note: null, decision: { verdict: 'approved' } });
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
});

test('where a refund is corrected to less, pairs that it had opened stand again as far as the sale pays them', async () => {
  const both = await twoOnOne();
  const before = await results(both);
  await read(refundOf(INVOICED));
  expect(await figures()).toMatchObject({ matched: 0 });
  const less = await read(refundOf(INVOICED, { amount: 50 }));
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
  expect(await rowIn(both, 'R-1')).toMatchObject({
    decision: { verdict: 'approved' },
    earlier_decision: null,
  });
  expect(await rowIn(both, 'R-2')).toMatchObject({ earlier_decision: { why: 'sale_refunded' } });
  await undoRun(less);
  expect(await figures()).toMatchObject({ matched: 0 });
  await read(refundOf(INVOICED, { amount: 50, type: 'sale', invoice_id: 'INV-8' }));
  expect(await results(both)).toEqual(before);
});

test('of pairs that a refund had opened, those decided about since do not stand again', async () => {
  const both = await twoOnOne();
  await read(refundOf(INVOICED));
  await decide(both, 'R-1', { verdict: 'rejected' }).expect(200);
  await read(refundOf(INVOICED, { amount: 10 }));
  expect(await rowIn(both, 'R-1')).toMatchObject({ decision: { verdict: 'rejected' } });
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 60 });
});

test('where the run that had read the newest version of a refund is undone, the older one counts', async () => {
  await twoOnOne();
  await read(refundOf(INVOICED));
  const corrected = await read(refundOf(INVOICED, { date: '2026-03-10' }));
  await undoRun(corrected);
  expect(await figures()).toMatchObject({ matched: 0 });
});

test('where the run that had read one of two refunds of a sale is undone, the other takes the sale back', async () => {
  const both = await twoOnOne();
  const first = await read(refundOf(INVOICED));
  const second = await read(refundOf(INVOICED, { transaction_id: 'P-3' }));
  await undoRun(first);
  expect(await figures()).toMatchObject({ matched: 0 });
  await undoRun(second);
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
  expect(await rowIn(both, 'R-1')).toMatchObject({ note: null });
});

test('a refund turns to a sale of a later file that is nearer to it, and back where that file’s run is undone', async () => {
  const both = await twoOnOne(P1);
  await read(refundOf(P1));
  expect(await rowIn(both, 'R-1')).toMatchObject({ note: 'Its sale of $100.00 was refunded or voided' });
  const nearer = await read({ ...P1, transaction_id: 'P-3', date: '2026-03-08' });
  expect(await rowIn(both, 'R-1')).toMatchObject({ note: null, decision: { verdict: 'approved' } });
  await undoRun(nearer);
  expect(await rowIn(both, 'R-1')).toMatchObject({
    decision: null,
    note: 'Its sale of $100.00 was refunded or voided',
    earlier_decision: { why: 'sale_refunded' },
  });
});

test('pairs on the sale that a refund turns to wait for a person, though the run has read neither', async () => {
  const nearer = await twoOnOne({ ...P1, date: '2026-03-08' });
  const like = { ...P1, transaction_id: 'P-3', date: '2026-03-09' };
  await read(like);
  await read(refundOf(P1));
  expect(await figures()).toMatchObject({ matched: 2 });
  await read({ ...like, amount: 99 });
  expect(await figures()).toMatchObject({ matched: 0 });
  expect(await rowIn(nearer, 'R-1')).toMatchObject({ earlier_decision: { why: 'sale_refunded' } });
});

test('a part of an invoice becomes the whole of the line that a later file brings of it', async () => {
  const both = await twoOnOne();
  await read(refundOf(INVOICED, { amount: 20 }));
  await share(both, 'R-2', 'R-1').expect(409);
  await read({ ...INVOICED, transaction_id: 'P-3', amount: 20 });
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
});

test('a sale that no run has read uses no refund up', async () => {
  await twoOnOne(P1);
  const unread = { ...P1, transaction_id: 'P-3', date: '2026-03-08' };
  const file = Buffer.from([Object.keys(unread).join(), Object.values(unread).join()].join('\n'));
  await app.http.post('/upload/pos-transactions').set(as()).attach('file', file, 'file.csv').expect(200);
  await read(refundOf(P1));
  expect(await figures()).toMatchObject({ matched: 0 });
});
