// Decisions that are carried over stand as far as sales can pay: meanwhile other rewards may have got them, in this run or in
// others. What does not fit any more a person has to look at.
import { salesHeld } from '../sales/held-sales.ts';
import { type SalesLeft, whyTaken } from '../sales/sales-left.ts';
import type { Carried, CarryOver, NewRow } from './carry-over.ts';

/** Who gives a sale up comes before who keeps the one that was found, and that one before who has another's. */
const TURNS: Readonly<Record<Carried['verdict'], number>> = {
  rejected: 0,
  written_off: 1,
  approved: 2,
  re_paired: 3,
};

/**
 * @param rows by their ids.
 * @param left of every sale that one of the rows has, or has had.
 */
export function withinSales(
  { carried, reopened }: CarryOver,
  rows: ReadonlyMap<string, NewRow>,
  left: SalesLeft,
): CarryOver {
  const found = (resultId: string): readonly string[] => salesHeld(rows.get(resultId)!, null);
  for (const { resultId } of reopened) left.move(resultId, found(resultId), []);
  const within: CarryOver = { carried: [], reopened: [...reopened] };
  for (const one of carried.toSorted((a, b) => TURNS[a.verdict] - TURNS[b.verdict])) {
    const { earlier, posIds: chosenIds, resultId, verdict } = one;
    const held = salesHeld(rows.get(resultId)!, { verdict, isProposed: earlier.isProposed, chosenIds });
    const shortage = left.shortageOf(resultId, held);
    left.move(resultId, found(resultId), shortage ? [] : held);
    if (shortage) within.reopened.push({ resultId, earlier, why: whyTaken(shortage), changedFields: [] });
    else within.carried.push(one);
  }
  return within;
}
