// A refund that fits two sales of one day alike takes one of them: a person reads that it may be the other's, and says which.
import type { ResultRowWire } from '@medspasync/schemas';
import type { FinishedRun } from '../../../testing/index.ts';
import {
  app,
  approve,
  as,
  decide,
  EQUAL,
  figures,
  R1,
  read,
  refundOf,
  results,
  run,
  setUpSpa,
} from './testing/two-on-one.ts';

setUpSpa();

const REFUNDED = 'Its sale of $40.00 was refunded or voided';
const TWIN = { ...EQUAL, transaction_id: 'P-3', invoice_id: 'INV-7003' };
const REFUND = refundOf(EQUAL, { invoice_id: undefined });

/** Two redemptions of one patient and day, each with a sale of its own. */
async function twoVisits(twin = TWIN): Promise<FinishedRun> {
  const both = await run([R1, { ...R1, transaction_id: 'R-3', service: twin.service }], [EQUAL, twin]);
  for (const id of ['R-1', 'R-3']) await approve(both, id).expect(200);
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 80 });
  return both;
}

const idOf = ({ reward_transaction }: ResultRowWire): string => reward_transaction!.transaction_id!;
/** Redemptions that wait for a person. */
const waiting = async (of: FinishedRun): Promise<ResultRowWire[]> =>
  (await results(of)).results.filter(
    ({ reward_transaction, state }) => reward_transaction !== null && state !== null,
  );

test('the row says that the refund fits another sale as well, and a person gives it to that one', async () => {
  const both = await twoVisits();
  await read(REFUND);
  const [asked, ...others] = await waiting(both);
  expect(others).toEqual([]);
  expect(asked).toMatchObject({
    note: `${REFUNDED}; the refund fits another sale of that day as well`,
    reason_codes: expect.arrayContaining(['REFUND_AFTER_REDEMPTION']),
  });
  const [mine, other] = idOf(asked!) === 'R-1' ? ['R-1', 'R-3'] : ['R-3', 'R-1'];
  await app.http.delete(both.pathOf(other)).set(as()).expect(200);
  await decide(both, other, { verdict: 'rejected' }).expect(200);
  const freed = (await results(both)).results.find(({ reward_transaction }) => reward_transaction === null)!;
  const pair = { verdict: 're_paired', pos_result_id: freed.result_id, note: 'The till says so.' };
  await decide(both, mine, pair).expect(200);
  expect((await waiting(both)).map(idOf)).toEqual([other]);
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
});

test.each([
  ['names its invoice', TWIN, [refundOf(EQUAL)], 1],
  ['is of the treatment of one', { ...TWIN, service: 'Filler' }, [REFUND], 1],
  ['has a second beside it', TWIN, [REFUND, { ...REFUND, transaction_id: 'P-4' }], 2],
])('nothing is in doubt of a refund that %s', async (_what, twin, refunds, count) => {
  const both = await twoVisits(twin);
  await read(...refunds);
  expect((await waiting(both)).map(({ note }) => note)).toEqual(Array(count).fill(REFUNDED));
});

test('a second refund that comes later settles the doubt about the first', async () => {
  const both = await twoVisits();
  await read(REFUND);
  await read({ ...REFUND, transaction_id: 'P-4', date: '2026-03-10' });
  expect((await waiting(both)).map(({ note }) => note)).toEqual([REFUNDED, REFUNDED]);
});
