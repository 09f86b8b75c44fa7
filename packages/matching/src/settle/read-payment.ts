// What one payment may have paid, given the redemptions that are still open.
import { formatCents } from '@medspasync/schemas';
import { exactSubsets } from './exact-subsets.ts';
import { allButOne, readInTurn, wholeDays } from './in-turn.ts';
import { pileKeyOf } from './piles.ts';
import type { Entry } from './read-books.ts';
import { sumOf, sumWords } from './sums.ts';

/** How a payment can be read: the redemptions it pays, or several ways to read it, or none. */
export interface Reading {
  /** One way: certain enough to settle. Several: a person chooses. None: nothing adds up. */
  ways: Entry[][];
  detail: string;
  /** Of the way that falls short of its redemptions: by how much. 0 for exact sums. */
  shortCents: number;
}

/** Ways named to a person. */
const MOST_WAYS = 4;

/** That it is a payment's turn: every payment before it is known. */
export interface Turn {
  /** The last day of which something was paid by then. */
  paidThrough: number;
}

/**
 * `open` are the redemptions this payment may pay, oldest first. Whole days tell what it paid in its `turn` only: before it, many a sum
 * of days comes to the amount by chance.
 */
export function readPayment(amountCents: number, open: readonly Entry[], turn: Turn | null): Reading {
  const inTurn = turn ? readInTurn(amountCents, open, turn.paidThrough) : [];
  if (inTurn.length === 1)
    return {
      ways: inTurn,
      detail: `${sumWords(inTurn[0]!)}: all that was open in those days`,
      shortCents: 0,
    };
  const piles = pilesOf(open);
  const { ways, complete } = exactSubsets(
    piles.map(({ entries }) => ({ amountCents: entries[0]!.amountCents, count: entries.length })),
    amountCents,
    MOST_WAYS,
  );
  if (!complete && inTurn.length === 0) {
    return {
      ways: [],
      detail: 'Too many open redemptions to look through: settle older payments first',
      shortCents: 0,
    };
  }
  const subsets = ways.map((counts) => counts.flatMap((count, i) => piles[i]!.entries.slice(0, count)));
  if (subsets.length === 1 && complete)
    return { ways: subsets, detail: `${sumWords(subsets[0]!)}, the only way to this sum`, shortCents: 0 };
  const likely = turn ? allButOne(amountCents, open, turn.paidThrough, MOST_WAYS) : [];
  const found = withoutRepeats([...inTurn, ...likely, ...subsets]).slice(0, MOST_WAYS);
  if (found.length === 0) return readShort(amountCents, open);
  const count = found.length === MOST_WAYS ? `${MOST_WAYS} or more` : `${found.length}`;
  return {
    ways: found,
    detail: `${count} sets of redemptions add up to ${formatCents(amountCents)}`,
    shortCents: 0,
  };
}

function withoutRepeats(ways: readonly Entry[][]): Entry[][] {
  const seen = new Map(ways.map((way) => [way.map(pileKeyOf).sort().join(), way]));
  return [...seen.values()];
}

/** Nothing adds up: the fewest whole days, oldest first, that come to more than was paid. */
function readShort(amountCents: number, open: readonly Entry[]): Reading {
  const owed = wholeDays(amountCents, open);
  const shortCents = sumOf(owed) - amountCents;
  if (shortCents > 0) {
    return {
      ways: [owed],
      detail: `${sumWords(owed)}, ${formatCents(shortCents)} more than was paid`,
      shortCents,
    };
  }
  const detail =
    open.length === 0
      ? 'No redemption of this program is open in its window'
      : `${formatCents(-shortCents)} more than all open redemptions together`;
  return { ways: [], detail, shortCents: 0 };
}

/** Those of one day, amount and location together. */
function pilesOf(open: readonly Entry[]): { entries: Entry[] }[] {
  const piles = new Map<string, { entries: Entry[] }>();
  for (const entry of open) {
    const key = pileKeyOf(entry);
    const pile = piles.get(key);
    if (pile) pile.entries.push(entry);
    else piles.set(key, { entries: [entry] });
  }
  return [...piles.values()];
}
