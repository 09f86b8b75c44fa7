// Pairing a reward with other sales than the run found: which they are, and what has to be said when they are not worth it.
import { type DecideRequestWire, formatCents } from '@medspasync/schemas';
import { Refusal } from '../../../platform/errors/index.ts';
import type { StoredTransaction } from '../../uploads/index.ts';
import type { ResultInFull } from '../results/result-in-full.ts';

/** The rows whose POS transactions a reward is to have. */
export const posResultIdsOf = ({
  pos_result_id: one,
  pos_result_ids: several,
}: DecideRequestWire): string[] => several ?? (one === undefined ? [] : [one]);

/** Of another pair, the POS transactions of the named rows, undefined where one of these is not among `rows`; of none, the row's runner-up. */
export function chosenSales(
  row: ResultInFull,
  request: DecideRequestWire,
  rows: ReadonlyMap<string, ResultInFull>,
): readonly StoredTransaction[] | undefined {
  if (request.verdict !== 're_paired') return [];
  const ids = [...new Set(posResultIdsOf(request))];
  if (ids.length === 0) return row.runnerUp ? [row.runnerUp.pos] : [];
  return ids.every((id) => rows.has(id)) ? ids.flatMap((id) => rows.get(id)!.pos) : undefined;
}

/**
 * @param worthCents what the chosen sales are worth by now.
 * @throws Refusal `decision.nothing_to_decide`, `decision.sum_differs` for a split that does not add up, or
 *   `decision.amounts_differ` for another pair of unequal amounts without a note.
 */
export function refuseOddPair(
  row: ResultInFull,
  chosen: readonly StoredTransaction[],
  worthCents: number,
  request: DecideRequestWire,
): void {
  const own = new Set(row.posTransactionIds);
  const isOwn = posResultIdsOf(request).includes(row.id) || chosen.every(({ id }) => own.has(id));
  if (!row.reward || isOwn)
    throw new Refusal('decision.nothing_to_decide', {
      detail: row.reward ? 'Choose a row that has another POS transaction.' : 'The row has no reward.',
    });
  refuseTakenBack(chosen);
  if (request.pos_result_ids) refuseOtherSum(row.reward, worthCents);
  else if (request.note === undefined) refuseSilentDifference(row.reward, worthCents);
}

/** A refund's amount is money that went back: added to the sales, a reward would be paid by what the till gave away. */
function refuseTakenBack(sales: readonly StoredTransaction[]): void {
  if (sales.every(({ transaction: { type } }) => type !== 'refund' && type !== 'void')) return;
  throw new Refusal('decision.nothing_to_decide', { detail: 'A refund or a void pays for no reward.' });
}

/** A reward that is split over several sales is so to the cent; of a part of one invoice only a person knows. */
function refuseOtherSum({ transaction: { amountCents } }: StoredTransaction, worthCents: number): void {
  if (worthCents === amountCents) return;
  throw new Refusal('decision.sum_differs', {
    detail: `The sales add up to ${formatCents(worthCents)}, the reward is ${formatCents(amountCents)}.`,
  });
}

/** Paired by hand, another amount is a leak, an over-claim or a part of an invoice: which of them has to be said. */
function refuseSilentDifference({ transaction }: StoredTransaction, worthCents: number): void {
  const cents = worthCents - transaction.amountCents;
  if (cents === 0) return;
  throw new Refusal('decision.amounts_differ', {
    detail: `The sale is ${formatCents(Math.abs(cents))} ${cents > 0 ? 'more' : 'less'} than the reward.`,
    errors: [{ field: 'note', message: 'say why the amounts differ' }],
  });
}
