// Which of several redemptions that nobody can tell apart a payment paid: their sum is the same, their patients are not.
import { pileKeyOf } from './piles.ts';
import type { Entry } from './read-books.ts';
import { MOST_SETS } from './set-search.ts';

/** Ways that differ in nothing but equal redemptions of one day. */
export interface AmongAlike {
  /** The first is the one that was found. */
  ways: Entry[][];
  detail: string;
}

/** By what nobody can tell them apart. */
export type Piles = ReadonlyMap<string, readonly Entry[]>;

/** Redemptions by what nobody can tell them apart. */
export function pilesByKey(entries: readonly Entry[]): Piles {
  const piles = new Map<string, Entry[]>();
  for (const entry of entries) {
    const pile = piles.get(keyOf(entry));
    if (pile) pile.push(entry);
    else piles.set(keyOf(entry), [entry]);
  }
  return piles;
}

/**
 * Null where nothing that is like what it paid is left over: then it does not matter which payment paid which.
 * @param paid what a payment was found to have paid. @param unpaid what no payment has paid in the end.
 */
export function amongAlike(paid: readonly Entry[], unpaid: Piles): AmongAlike | null {
  const ways = [[...paid]];
  let detail = '';
  for (const [key, taken] of pilesByKey(paid)) {
    const left = unpaid.get(key);
    if (left === undefined) continue;
    const count = taken.length + left.length;
    detail = `of ${count} equal redemptions of one day it pays ${taken.length}, and does not say which`;
    for (const one of taken)
      for (const other of left.slice(0, MOST_SETS))
        if (ways.length < MOST_SETS) ways.push(paid.map((entry) => (entry === one ? other : entry)));
  }
  return detail === '' ? null : { ways, detail };
}

const keyOf = (entry: Entry): string => `${entry.program}/${pileKeyOf(entry)}`;
