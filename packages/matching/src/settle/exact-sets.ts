// Sets of redemptions that add up to an amount. Sets that differ in nothing but redemptions nobody can tell apart are one.
import { exactSubsets } from './exact-subsets.ts';
import { pileKeyOf } from './piles.ts';
import type { Entry } from './read-books.ts';

export interface ExactSets {
  sets: Entry[][];
  /** False when the search was given up: there may be any number of them. */
  isComplete: boolean;
}

/** Up to `most` sets; those with the oldest redemptions first. */
export function exactSets(amountCents: number, open: readonly Entry[], most: number): ExactSets {
  const piles = pilesOf(open);
  const { complete, ways } = exactSubsets(
    piles.map((entries) => ({ amountCents: entries[0]!.amountCents, count: entries.length })),
    amountCents,
    most,
  );
  const sets = ways.map((counts) => counts.flatMap((count, i) => piles[i]!.slice(0, count)));
  return { sets, isComplete: complete };
}

/** Those of one day, amount and location together. */
function pilesOf(open: readonly Entry[]): Entry[][] {
  const piles = new Map<string, Entry[]>();
  for (const entry of open) {
    const key = pileKeyOf(entry);
    const pile = piles.get(key);
    if (pile) pile.push(entry);
    else piles.set(key, [entry]);
  }
  return [...piles.values()];
}
