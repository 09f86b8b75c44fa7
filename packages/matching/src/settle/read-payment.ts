// What one payment may have paid, given the redemptions that are still open.
import { formatCents } from '@medspasync/schemas';
import type { ExactSets } from './exact-sets.ts';
import { type Days, readInTurn, type Turn, wholeDays } from './in-turn.ts';
import { pileKeyOf } from './piles.ts';
import type { Entry } from './read-books.ts';
import { MOST_SETS } from './set-search.ts';
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

/**
 * `open` are the redemptions this payment may pay, oldest first. Days tell what it paid in its `turn` only: before it, many a sum
 * of days comes to the amount by chance.
 * @param setsThatFit looks for sets of `open`, up to `MOST_SETS`.
 */
export function readPayment(
  payment: Entry,
  open: readonly Entry[],
  turn: Turn | null,
  setsThatFit: () => ExactSets,
): Reading {
  const { amountCents } = payment;
  const inTurn = turn && readInTurn(payment, open, turn);
  if (inTurn?.sure) return sure(inTurn.sure.paid, inTurnInWords(inTurn.sure));
  const { isComplete, sets } = setsThatFit();
  if (isComplete && sets.length === 1) return sure(sets[0]!, 'the only way to this sum');
  const likely = inTurn?.ways.map(({ paid }) => paid) ?? [];
  const ways = withoutRepeats([...likely, ...sets]).slice(0, MOST_SETS);
  if (isComplete && ways.length === 0) return readShort(amountCents, open);
  return {
    ways,
    isSure: false,
    isGivenUp: !isComplete,
    detail: waysInWords(ways, isComplete, amountCents),
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

function inTurnInWords({ refused }: Days): string {
  const all = 'all that was open in those days';
  return refused ? `${all} but ${sumWords([refused])}` : all;
}

function waysInWords(ways: readonly Entry[][], complete: boolean, amountCents: number): string {
  if (ways.length === 0) return 'Too many open redemptions to look through: settle older payments first';
  const isAll = complete && ways.length < MOST_SETS;
  return `${ways.length}${isAll ? '' : ' or more'} sets of redemptions add up to ${formatCents(amountCents)}`;
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
