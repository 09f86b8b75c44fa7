// ISO dates → days since 1970-01-01, without a Date object per row.
import { NO_DAY } from '../domain.ts';

/** Days since the epoch of `YYYY-MM-DD…`, or NO_DAY when it is absent or not a date of the calendar. */
export function parseDay(raw: string | undefined): number {
  if (raw === undefined || raw.length < 10) return NO_DAY;
  const year = digitsAt(raw, 0, 4);
  const month = digitsAt(raw, 5, 2);
  const day = digitsAt(raw, 8, 2);
  if (raw[4] !== '-' || raw[7] !== '-') return NO_DAY;
  return dayOf(year, month, day);
}

function digitsAt(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function dayOf(year: number, month: number, day: number): number {
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) return NO_DAY;
  const time = Date.UTC(year, month - 1, day);
  if (new Date(time).getUTCDate() !== day) return NO_DAY;
  return Math.floor(time / 86_400_000);
}
