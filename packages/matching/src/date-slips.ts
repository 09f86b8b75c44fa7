// Dates as they are typed: digit by digit, and with day and month exchanged. Both what is worth comparing and what is measured go by it.
import { NO_DAY } from './records.ts';

const DAY_MS = 86_400_000;

/** Days remembered, a power of two: more than twenty years in a row. A file of nonsense must not fill the memory. */
const SLOTS = 8192;
/** What was worked out last of the days that share a slot: the eight digits of each, and the day it is with day and month exchanged. */
const dayIn = new Int32Array(SLOTS).fill(NO_DAY);
const digitsIn = new Int32Array(SLOTS);
const exchangedIn = new Int32Array(SLOTS);

function slotOf(day: number): number {
  const slot = day & (SLOTS - 1);
  if (dayIn[slot] !== day) remember(day, slot);
  return slot;
}

function remember(day: number, slot: number): void {
  const date = new Date(day * DAY_MS);
  dayIn[slot] = day;
  // Read as if they were sixteens, digits have four bits each.
  digitsIn[slot] = Number.parseInt(date.toISOString().slice(0, 10).replaceAll('-', ''), 16);
  exchangedIn[slot] = exchanged(date);
}

function exchanged(date: Date): number {
  const dayOfMonth = date.getUTCDate();
  if (dayOfMonth > 12) return NO_DAY;
  const swapped = Date.UTC(date.getUTCFullYear(), dayOfMonth - 1, date.getUTCMonth() + 1);
  return Math.floor(swapped / DAY_MS);
}

/** The day with its day and month exchanged, or NO_DAY when the calendar has none. */
export const dayAndMonthExchanged = (day: number): number => exchangedIn[slotOf(day)]!;

/** The most slips counted: two dates that differ by more digits are two dates. */
const MANY_SLIPS = 3;
const DIGIT = 15;
/** Of the first of eight digits. */
const FIRST_SHIFT = 28;

/** Wrong digits and swapped neighbours that turn one date, written as digits, into the other; at most MANY_SLIPS. */
export function dateSlips(a: number, b: number): number {
  const x = digitsIn[slotOf(a)]!;
  const y = digitsIn[slotOf(b)]!;
  let slips = 0;
  // From the first digit that differs.
  for (let shift = FIRST_SHIFT - (Math.clz32(x ^ y) & ~3); shift >= 0 && slips < MANY_SLIPS; shift -= 4) {
    if ((((x ^ y) >>> shift) & DIGIT) === 0) continue;
    slips++;
    const isSwapped =
      shift > 0 &&
      ((x >>> shift) & DIGIT) === ((y >>> (shift - 4)) & DIGIT) &&
      ((x >>> (shift - 4)) & DIGIT) === ((y >>> shift) & DIGIT);
    if (isSwapped) shift -= 4;
  }
  return slips;
}
