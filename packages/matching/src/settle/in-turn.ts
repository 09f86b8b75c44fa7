// How payments by period come: whole days, oldest first, each from where the one before it ended.
import { pileKeyOf } from './piles.ts';
import type { Entry } from './read-books.ts';
import { sumOf } from './sums.ts';

/**
 * All that is open from the first day after `paidThrough` to some day, where that is what was paid: what is open before was passed
 * over, since a manufacturer that refuses a redemption goes on.
 */
export function readInTurn(
  amountCents: number,
  open: readonly Entry[],
  paidThrough: number,
): Entry[] | undefined {
  const paid = wholeDays(
    amountCents,
    open.filter(({ day }) => day > paidThrough),
  );
  return paid.length > 0 && sumOf(paid) === amountCents ? paid : undefined;
}

/** The fewest whole days, oldest first, that reach the amount; all when they never do. */
export function wholeDays(amountCents: number, open: readonly Entry[]): Entry[] {
  let sum = 0;
  for (const [i, { day, amountCents: own }] of open.entries()) {
    sum += own;
    if (sum >= amountCents && open[i + 1]?.day !== day) return open.slice(0, i + 1);
  }
  return open.slice();
}

/** The same days with one redemption left out, which comes to the amount: what a person looks at first. At most `mostWays`. */
export function allButOne(
  amountCents: number,
  open: readonly Entry[],
  paidThrough: number,
  mostWays: number,
): Entry[][] {
  const from = open.filter(({ day }) => day > paidThrough);
  const largest = from.reduce((most, { amountCents: own }) => Math.max(most, own), 0);
  const ways: Entry[][] = [];
  let sum = 0;
  for (const [i, { day, amountCents: own }] of from.entries()) {
    sum += own;
    if (sum - amountCents > largest) break;
    if (sum <= amountCents || from[i + 1]?.day === day) continue;
    const days = from.slice(0, i + 1);
    const piles = new Map(days.map((entry) => [pileKeyOf(entry), entry]));
    for (const leftOut of piles.values())
      if (leftOut.amountCents === sum - amountCents && ways.length < mostWays)
        ways.push(days.filter((entry) => entry !== leftOut));
  }
  return ways;
}
