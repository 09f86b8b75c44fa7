// ISO dates → days since 1970-01-01, without a Date object per row.
import { NO_DAY } from '../domain.ts';

const DASH = 45;

/** Days since the epoch of `YYYY-MM-DD…`, or NO_DAY when it is absent or not a date of the calendar. */
export function parseDay(raw: string | undefined): number {
  if (raw === undefined || raw.length < 10) return NO_DAY;
  const year = digitsAt(raw, 0, 4);
  const month = digitsAt(raw, 5, 2);
  const day = digitsAt(raw, 8, 2);
  if (raw.charCodeAt(4) !== DASH || raw.charCodeAt(7) !== DASH) return NO_DAY;
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return NO_DAY;
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

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 0000-03-01 to 1970-01-01: years are counted from March, so that a leap day comes last. */
const DAYS_BEFORE_1970 = 719_468;

function dayOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return marchYear * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
}
