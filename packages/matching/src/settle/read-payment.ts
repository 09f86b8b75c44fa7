// What one payment may have paid, given the redemptions that are still open.
import { formatCents } from '@medspasync/schemas';
import { dayInWords } from '../day-in-words.ts';
import { exactSubsets } from './exact-subsets.ts';
import type { Entry } from './read-books.ts';

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

/**
 * `open` are the redemptions this payment may pay, oldest first. Those of its turn are sure to be the oldest only once every payment
 * before it is known (`isItsTurn`): until then many a sum of whole days comes to the amount by chance.
 */
export function readPayment(amountCents: number, open: readonly Entry[], isItsTurn: boolean): Reading {
  const oldestFirst = isItsTurn && readOldestFirst(amountCents, open);
  if (oldestFirst) return oldestFirst;
  const piles = pilesOf(open);
  const { ways, complete } = exactSubsets(
    piles.map(({ entries }) => ({ amountCents: entries[0]!.amountCents, count: entries.length })),
    amountCents,
    MOST_WAYS,
  );
  const found = ways.map((counts) => counts.flatMap((count, i) => piles[i]!.entries.slice(0, count)));
  if (!complete) {
    return {
      ways: [],
      detail: 'Too many open redemptions to look through: settle older payments first',
      shortCents: 0,
    };
  }
  if (found.length === 1)
    return { ways: found, detail: `${sumWords(found[0]!)}, the only way to this sum`, shortCents: 0 };
  if (found.length > 1) {
    const count = found.length === MOST_WAYS ? `${MOST_WAYS} or more` : `${found.length}`;
    return {
      ways: found,
      detail: `${count} sets of redemptions add up to ${formatCents(amountCents)}`,
      shortCents: 0,
    };
  }
  return readShort(amountCents, open);
}

/** Everything open from the oldest day to some day: how payments by period come. Days are taken whole. */
function readOldestFirst(amountCents: number, open: readonly Entry[]): Reading | undefined {
  const paid = open.slice(0, prefixFrom(amountCents, open));
  if (paid.length === 0 || sumOf(paid) !== amountCents) return undefined;
  return {
    ways: [paid],
    detail: `${sumWords(paid)}: all that was open by then, oldest first`,
    shortCents: 0,
  };
}

/** Nothing adds up: the fewest whole days, oldest first, that come to more than was paid. */
function readShort(amountCents: number, open: readonly Entry[]): Reading {
  const owed = open.slice(0, prefixFrom(amountCents, open));
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

/** How many entries of the oldest whole days reach the amount; all when they never do. */
function prefixFrom(amountCents: number, open: readonly Entry[]): number {
  let sum = 0;
  for (const [i, { day, amountCents: own }] of open.entries()) {
    sum += own;
    if (sum >= amountCents && open[i + 1]?.day !== day) return i + 1;
  }
  return open.length;
}

/** Of one program, redemptions that have the same are interchangeable: taking one or the other is no different way. */
export const pileKeyOf = ({ amountCents, day, location }: Entry): string =>
  `${day}/${amountCents}/${location}`;

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

export const sumOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, entry) => sum + entry.amountCents, 0);

export function sumWords(entries: readonly Entry[]): string {
  const [first, last] = [dayInWords(entries[0]!.day), dayInWords(entries.at(-1)!.day)];
  const count = entries.length === 1 ? '1 redemption' : `${entries.length} redemptions`;
  return `${count} of ${first === last ? first : `${first} to ${last}`}, ${formatCents(sumOf(entries))}`;
}
