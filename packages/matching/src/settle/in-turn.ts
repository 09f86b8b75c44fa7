// How payments by period come: whole days, oldest first, each from where the one before it ended, without what was refused.
import { exactSets } from './exact-sets.ts';
import { type Habit, type PeriodEnd, usualOf } from './habit.ts';
import { pileKeyOf } from './piles.ts';
import type { Entry } from './read-books.ts';

/** That it is a payment's turn: every payment before it is known. */
export interface Turn {
  /** The last day of which something was paid by then. */
  paidThrough: number;
  /** Null where nothing was paid before. */
  habit: Habit | null;
  /** The payment after it, where that has come already and is alone on its day. */
  next: { payment: Entry; open: readonly Entry[] } | null;
}

/** Whole days that come to the amount, or would with one redemption that was refused. */
export interface Days extends PeriodEnd {
  paid: Entry[];
  refused: Entry | null;
}

export interface InTurn {
  /** What the payment paid, where that is sure. */
  sure: Days | null;
  /** The likeliest first. */
  ways: Days[];
}

/**
 * Reads what is open from the first day after `paidThrough` on: what is open before was passed over, since a manufacturer that refuses
 * a redemption goes on. Many a sum of days comes to an amount by chance, so the days must end as is the habit, and be the only ones
 * that do; or the only ones of them from which the next payment goes on. As long as no habit is known, they must be whole. That one was
 * refused is sure where no other redemptions make what is missing. Nothing is sure where whole days that were passed over come to the
 * amount: what seems to have ended them may have been paid early, by itself.
 */
export function readInTurn(payment: Entry, open: readonly Entry[], turn: Turn): InTurn {
  const { habit, next, paidThrough } = turn;
  const from = open.filter((entry) => entry.day > paidThrough);
  const passedOver = open.filter((entry) => entry.day <= paidThrough);
  const all = daysThatFit(payment.amountCents, from, payment.day);
  const usual = habit ? usualOf(all, payment.day, habit) : all;
  const only = onlyOf(usual) ?? (next && onlyOf(usual.filter((days) => goesOn(payment, days, next))));
  const likely = habit ? usual : all.filter(isWhole);
  return {
    sure:
      only &&
      likely.includes(only) &&
      isOnlyOneRefused(only, from) &&
      !daysThatFit(payment.amountCents, passedOver, payment.day).some(isWhole)
        ? only
        : null,
    ways: [...likely, ...all.filter((days) => !likely.includes(days))],
  };
}

const isWhole = ({ refused }: Days): boolean => refused === null;

/** Whether the next payment pays the whole days after these, and ends as long before itself. */
function goesOn(payment: Entry, days: Days, next: NonNullable<Turn['next']>): boolean {
  const { amountCents, day } = next.payment;
  const after = next.open.filter((entry) => entry.day > days.first);
  const lag = day - payment.day;
  return daysThatFit(amountCents, after, day).some(
    ({ first, last, refused }) => refused === null && first - lag <= days.last && last - lag >= days.first,
  );
}

/** The first, where all pay the same: the next days may have nothing but what was refused. */
function onlyOf(ways: readonly Days[]): Days | null {
  const setOf = ({ paid }: Days): string => paid.map(pileKeyOf).join();
  return new Set(ways.map(setOf)).size === 1 ? ways[0]! : null;
}

function isOnlyOneRefused({ first, refused }: Days, from: readonly Entry[]): boolean {
  if (refused === null) return true;
  const upTo = from.filter(({ day }) => day <= first);
  const { isComplete, sets } = exactSets(refused.amountCents, upTo, 2);
  return isComplete && sets.length === 1;
}

/** The days that end first come first. */
function daysThatFit(amountCents: number, from: readonly Entry[], paidOn: number): Days[] {
  const largest = from.reduce((most, { amountCents: own }) => Math.max(most, own), 0);
  const fitting: Days[] = [];
  let sum = 0;
  for (const [i, { day, amountCents: own }] of from.entries()) {
    sum += own;
    const missing = sum - amountCents;
    if (missing > largest) break;
    const next = from[i + 1]?.day ?? paidOn + 1;
    if (missing < 0 || next === day) continue;
    const entries = from.slice(0, i + 1);
    const end = { first: day, last: next - 1 };
    if (missing === 0) fitting.push({ ...end, paid: entries, refused: null });
    const piles = new Map(entries.map((entry) => [pileKeyOf(entry), entry]));
    for (const refused of piles.values())
      if (refused.amountCents === missing)
        fitting.push({ ...end, paid: entries.filter((entry) => entry !== refused), refused });
  }
  return fitting;
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
