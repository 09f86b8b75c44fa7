// How a book's rows lie in time: on the same day means little in a busy month, and much among dates of ninety years.
import { NO_DAY, type Side } from '../domain.ts';

export interface DaysOfBook {
  /** Natural logarithm of the smoothed share of rows at most `apart` days from `day`: the chance of being so near. */
  logShareWithin(day: number, apart: number): number;
  /** Natural logarithm of the days that the middle nine tenths of the rows cover. */
  logSpread: number;
  /** Whether a day can belong to the book at all: one more than a year outside of it is a slip of the pen. */
  isPlausible(day: number): boolean;
}

/** Beyond the middle nine tenths of the rows the others lie within a year, or within a tenth of what those cover. */
const MAX_OUTSIDE_DAYS = 400;
const MAX_OUTSIDE_SHARE = 0.1;

/** How many rows' worth of evidence two ordinary months weigh against the book. */
const ORDINARY_WEIGHT = 30;
const ORDINARY_DAYS = 60;

export function daysOf({ day, count }: Side): DaysOfBook {
  if (count === 1) return daysOfOneRow(day);
  const known = day.filter((value) => value !== NO_DAY).sort();
  const rowsBefore = rowsBeforeDay(known);
  const isSmall = known.length < ORDINARY_WEIGHT;
  const first = known[Math.floor(known.length * 0.05)]!;
  const last = known[Math.floor(known.length * 0.95)]!;
  const outside = Math.max(MAX_OUTSIDE_DAYS, MAX_OUTSIDE_SHARE * (last - first));
  return {
    logShareWithin: (from, apart) => {
      const within = rowsBefore(from + apart + 1) - rowsBefore(from - apart);
      return logShare(within, known.length, apart);
    },
    logSpread: Math.log(isSmall ? ORDINARY_DAYS : 1 + last - first),
    isPlausible: (value) => isSmall || (value >= first - outside && value <= last + outside),
  };
}

/** A single row is asked for its day anew: single pairs come one after the other in the same row. */
function daysOfOneRow(day: Int32Array): DaysOfBook {
  return {
    logShareWithin: (from, apart) => {
      const isKnown = day[0] !== NO_DAY;
      return logShare(Number(isKnown && Math.abs(day[0]! - from) <= apart), Number(isKnown), apart);
    },
    logSpread: Math.log(ORDINARY_DAYS),
    isPlausible: () => true,
  };
}

function logShare(within: number, known: number, apart: number): number {
  const ordinary = Math.min(1, (2 * apart + 1) / ORDINARY_DAYS);
  // The row under comparison is not evidence that others are as near: hence one less.
  const near = Math.max(within - 1, 0) + ORDINARY_WEIGHT * ordinary;
  return Math.log(near / (Math.max(known - 1, 0) + ORDINARY_WEIGHT));
}

/** How many of the ascending days are before a day: looked for among the different ones, which are few. */
function rowsBeforeDay(known: Int32Array): (day: number) => number {
  const days = known.filter((day, row) => row === 0 || day !== known[row - 1]);
  const rows = new Int32Array(days.length + 1).fill(known.length);
  for (let row = 0, d = 0; d < days.length; row++) if (known[row] === days[d]) rows[d++] = row;
  return (day) => {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (days[middle]! < day) low = middle + 1;
      else high = middle;
    }
    return rows[low]!;
  };
}
