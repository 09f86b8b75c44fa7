// How a book's rows lie in time: on the same day means little in a busy month, and much among dates of ninety years.
import { NO_DAY, type Side } from '../domain.ts';

export interface DaysOfBook {
  /** Natural logarithm of the smoothed share of rows at most `apart` days from `day`: the chance of being so near. */
  logShareWithin(day: number, apart: number): number;
  /** Natural logarithm of the days that the middle nine tenths of the rows cover. */
  logSpread: number;
}

/** How many rows' worth of evidence two ordinary months weigh against the book. */
const ORDINARY_WEIGHT = 30;
const ORDINARY_DAYS = 60;

export function daysOf({ day }: Side): DaysOfBook {
  const known = day.filter((value) => value !== NO_DAY).sort();
  return {
    logShareWithin: (from, apart) => {
      const within = firstFrom(known, from + apart + 1) - firstFrom(known, from - apart);
      const ordinary = Math.min(1, (2 * apart + 1) / ORDINARY_DAYS);
      // The row under comparison is not evidence that others are as near: hence one less.
      const near = Math.max(within - 1, 0) + ORDINARY_WEIGHT * ordinary;
      return Math.log(near / (Math.max(known.length - 1, 0) + ORDINARY_WEIGHT));
    },
    logSpread: Math.log(spreadOf(known)),
  };
}

function spreadOf(sorted: Int32Array): number {
  const { length } = sorted;
  if (length < ORDINARY_WEIGHT) return ORDINARY_DAYS;
  return 1 + sorted[Math.floor(length * 0.95)]! - sorted[Math.floor(length * 0.05)]!;
}

/** The first position whose day is `day` or later. */
function firstFrom(sorted: Int32Array, day: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
