// What one payment may have paid, given the redemptions that are still open.
import { formatCents } from '@medspasync/schemas';
import { exactSubsets } from './exact-subsets.ts';
import { allButOne, readInTurn, wholeDays } from './in-turn.ts';
import { pileKeyOf } from './piles.ts';
import type { Entry } from './read-books.ts';
import { sumOf, sumWords } from './sums.ts';

/** How a payment can be read: the redemptions it pays, or several ways to read it, or none. */
export interface Reading {
  /** Several: a person chooses, the likeliest first. None: nothing adds up, or the search was given up. */
  ways: Entry[][];
  /** The one way is sure enough to settle. */
  isSure: boolean;
  /** There was too much to look through: there may be other ways. */
  isGivenUp: boolean;
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
  const inTurn = turn && readInTurn(amountCents, open, turn.paidThrough);
  if (inTurn) return sure(inTurn, 'all that was open in those days');
  const { complete, subsets } = subsetsOf(amountCents, open);
  if (complete && subsets.length === 1) return sure(subsets[0]!, 'the only way to this sum');
  const likely = turn ? allButOne(amountCents, open, turn.paidThrough, MOST_WAYS) : [];
  const ways = withoutRepeats([...likely, ...subsets]).slice(0, MOST_WAYS);
  if (complete && ways.length === 0) return readShort(amountCents, open);
  return {
    ways,
    isSure: false,
    isGivenUp: !complete,
    detail: waysInWords(ways, complete, amountCents),
    shortCents: 0,
  };
}

const sure = (way: Entry[], because: string): Reading => ({
  ways: [way],
  isSure: true,
  isGivenUp: false,
  detail: `${sumWords(way)}: ${because}`,
  shortCents: 0,
});

function waysInWords(ways: readonly Entry[][], complete: boolean, amountCents: number): string {
  if (ways.length === 0) return 'Too many open redemptions to look through: settle older payments first';
  const isAll = complete && ways.length < MOST_WAYS;
  return `${ways.length}${isAll ? '' : ' or more'} sets of redemptions add up to ${formatCents(amountCents)}`;
}

function subsetsOf(amountCents: number, open: readonly Entry[]): { subsets: Entry[][]; complete: boolean } {
  const piles = pilesOf(open);
  const { complete, ways } = exactSubsets(
    piles.map(({ entries }) => ({ amountCents: entries[0]!.amountCents, count: entries.length })),
    amountCents,
    MOST_WAYS,
  );
  const subsets = ways.map((counts) => counts.flatMap((count, i) => piles[i]!.entries.slice(0, count)));
  return { subsets, complete };
}

function withoutRepeats(ways: readonly Entry[][]): Entry[][] {
  const seen = new Map(ways.map((way) => [way.map(pileKeyOf).sort().join(), way]));
  return [...seen.values()];
}

/** Nothing adds up: the fewest whole days, oldest first, that come to more than was paid. */
function readShort(amountCents: number, open: readonly Entry[]): Reading {
  const owed = wholeDays(amountCents, open);
  const shortCents = sumOf(owed) - amountCents;
  const found = { isSure: false, isGivenUp: false };
  if (shortCents > 0) {
    const detail = `${sumWords(owed)}, ${formatCents(shortCents)} more than was paid`;
    return { ...found, ways: [owed], detail, shortCents };
  }
  const detail =
    open.length === 0
      ? 'No redemption of this program is open in its window'
      : `${formatCents(-shortCents)} more than all open redemptions together`;
  return { ...found, ways: [], detail, shortCents: 0 };
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
