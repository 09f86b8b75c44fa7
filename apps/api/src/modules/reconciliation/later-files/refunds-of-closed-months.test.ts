// Sales of closed months stay as they were closed, whatever is refunded afterwards.
import type { FinishedRun } from '../../../testing/index.ts';
import {
  approve,
  closeMarch,
  EQUAL,
  figures,
  INVOICED,
  R1,
  R2,
  read,
  refundOf,
  results,
  rowIn,
  run,
  SOMEBODY,
  STRANGER,
  setUpSpa,
  share,
  twoOnOne,
  undoRun,
} from './testing/two-on-one.ts';

setUpSpa();

test('a closed month keeps its sales, its pairs, what is open in it and its figures', async () => {
  const discount = {
    ...SOMEBODY,
    transaction_id: 'P-7',
    invoice_id: 'INV-7007',
    service: 'Xperience Rewards',
  };
  const both = await run([R1, R2], [INVOICED, discount]);
  await approve(both, 'R-1').expect(200);
  await share(both, 'R-2', 'R-1').expect(200);
  expect(both.rowOf('P-7')).toMatchObject({ reason_codes: ['POS_NOT_REDEEMED'] });
  await closeMarch();
  const [closed, before] = [await figures(), await results(both)];
  const refunds = [INVOICED, discount].map((sale, index) => ({
    ...sale,
    transaction_id: `P-2${index}`,
    type: 'refund',
    date: '2026-04-20',
  }));
  const later = await run([{ ...STRANGER, transaction_id: 'S-1', date: '2026-04-21' }], refunds);
  expect(await results(both)).toEqual(before);
  expect(await figures()).toEqual(closed);
  await undoRun(later);
  expect(await results(both)).toEqual(before);
});

test('what a refund had closed before its month was closed stays so where the run of the refund is undone', async () => {
  const discount = { ...EQUAL, service: 'Alle Rewards' };
  const first = await run([SOMEBODY], [discount]);
  const second = await run(
    [{ ...SOMEBODY, transaction_id: 'S-2', date: '2026-04-28' }],
    [{ ...discount, transaction_id: 'P-2', type: 'refund', date: '2026-04-09' }],
  );
  await closeMarch();
  await undoRun(second);
  expect(await rowIn(first, 'P-1')).toMatchObject({ state: null });
});

/** Two rewards on a sale of March, which is closed, and one on the like of it in April. */
async function aprilAfterMarch(): Promise<FinishedRun> {
  await twoOnOne();
  await closeMarch();
  const visit = { ...R1, amount: 100, date: '2026-04-05', service: 'Dysport' };
  const april = await run([{ ...visit, transaction_id: 'R-3' }], [{ ...visit, transaction_id: 'P-3' }]);
  await approve(april, 'R-3').expect(200);
  return april;
}

test('a refund is not used up on a sale of a closed month that it does not name', async () => {
  const april = await aprilAfterMarch();
  await read(refundOf(INVOICED, { invoice_id: undefined, date: '2026-04-06' }));
  expect(await rowIn(april, 'R-3')).toMatchObject({ earlier_decision: { why: 'sale_refunded' } });
});

test('a refund that names a sale of a closed month takes no other instead', async () => {
  const april = await aprilAfterMarch();
  await read(refundOf(INVOICED, { date: '2026-04-06' }));
  expect(await rowIn(april, 'R-3')).toMatchObject({ decision: { verdict: 'approved' }, note: null });
});

test('what a refund took before the month of its sale was closed is not taken again of another', async () => {
  await twoOnOne();
  const refund = refundOf(INVOICED, { invoice_id: undefined, date: '2026-04-06' });
  await read(refund);
  await closeMarch();
  const visit = { ...R1, amount: 100, date: '2026-04-05' };
  const april = await run([{ ...visit, transaction_id: 'R-3' }], [{ ...visit, transaction_id: 'P-3' }]);
  await approve(april, 'R-3').expect(200);
  await read(refund);
  expect(await rowIn(april, 'R-3')).toMatchObject({ decision: { verdict: 'approved' }, note: null });
});
