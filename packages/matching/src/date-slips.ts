// Dates as they are typed: digit by digit, and with day and month exchanged. Both what is worth comparing and what is measured go by it.
import { NO_DAY } from './records.ts';

/** Files span a few years; a file of nonsense must not fill the memory. */
const MAX_DAYS_REMEMBERED = 4096;

/** Remembers what `compute` says about a day: dates repeat. */
function remembered<T>(compute: (day: number) => T): (day: number) => T {
  const known = new Map<number, T>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const value = compute(day);
    if (known.size < MAX_DAYS_REMEMBERED) known.set(day, value);
    return value;
  };
}

/** The day with its day and month exchanged, or NO_DAY when the calendar has none. */
export const dayAndMonthExchanged = remembered(exchangeDayAndMonth);

function exchangeDayAndMonth(day: number): number {
  const date = new Date(day * 86_400_000);
  const dayOfMonth = date.getUTCDate();
  if (dayOfMonth > 12) return NO_DAY;
  const swapped = Date.UTC(date.getUTCFullYear(), dayOfMonth - 1, date.getUTCMonth() + 1);
  return Math.floor(swapped / 86_400_000);
}

/** The most slips counted: two dates that differ by more digits are two dates. */
const MANY_SLIPS = 3;

/** Wrong digits and swapped neighbours that turn one date, written as digits, into the other; at most MANY_SLIPS. */
export function dateSlips(a: number, b: number): number {
  const x = digitsOf(a);
  const y = digitsOf(b);
  let slips = 0;
  for (let i = 0; i < x.length && slips < MANY_SLIPS; i++) {
    if (x[i] === y[i]) continue;
    slips++;
    if (x[i] === y[i + 1] && x[i + 1] === y[i]) i++;
  }
  return slips;
}

const digitsOf = remembered((day) =>
  new Date(day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', ''),
);
