// Dates: how long after the visit the reward was entered, and whether a slip of the pen explains the distance.
import {
  dateSlips,
  dayAndMonthExchanged,
  type Feature,
  type Measure,
  NO_DAY,
  type Records,
} from '../domain.ts';
import { daysOf } from './days-of-book.ts';

export const DATE_FEATURES: readonly Feature[] = [
  { name: 'lag_days', direction: 0 },
  { name: 'lag_habit', direction: 1 },
  { name: 'days_apart', direction: -1 },
  { name: 'days_apart_if_mistyped', direction: -1 },
  { name: 'date_slips', direction: 0 },
  { name: 'nearness_rarity', direction: 1 },
  { name: 'spread_of_days', direction: 0 },
];

/** Beyond this many days, more says nothing more. */
const MAX_DAYS = 400;

/** The fewest days between the two when either may have its day and month exchanged. */
export function daysApartIfSwapped(a: number, b: number): number {
  const swappedA = dayAndMonthExchanged(a);
  const swappedB = dayAndMonthExchanged(b);
  const apartA = swappedA === NO_DAY ? Number.POSITIVE_INFINITY : Math.abs(swappedA - b);
  const apartB = swappedB === NO_DAY ? Number.POSITIVE_INFINITY : Math.abs(a - swappedB);
  return Math.min(apartA, apartB);
}

/** The fewest days between the two when day and month are exchanged or one year is off by one. */
export function daysApartIfMistyped(a: number, b: number): number {
  const apart = Math.abs(a - b);
  return Math.min(apart, daysApartIfSwapped(a, b), Math.abs(apart - 365), Math.abs(apart - 366));
}

/** Slips matter only where the dates as written are too far apart to be a lag. */
const SLIP_FROM_DAYS = 4;

export function measureDate(records: Records): Measure {
  const { rewards, pos } = records;
  const days = daysOf(pos);
  return (r, p, out, at) => {
    const a = rewards.day[r]!;
    const b = pos.day[p]!;
    if (a === NO_DAY || b === NO_DAY) {
      out.fill(Number.NaN, at, at + DATE_FEATURES.length);
      return;
    }
    out[at + 6] = days.logSpread;
    if (!days.isPlausible(a) || !days.isPlausible(b)) {
      // A day nobody can have meant says how it may have come about, and nothing else.
      out.fill(Number.NaN, at, at + 4);
      out[at + 4] = dateSlips(a, b);
      out[at + 5] = Number.NaN;
      return;
    }
    const lag = Math.max(-MAX_DAYS, Math.min(MAX_DAYS, a - b));
    const apart = Math.abs(lag);
    const { lagHabits } = records;
    out[at] = lag;
    const habit = lagHabits.ofProgram[rewards.program[r]!] ?? lagHabits;
    out[at + 1] = habit.logShare[lag - lagHabits.firstDays] ?? habit.otherLogShare;
    out[at + 2] = apart;
    out[at + 3] = apart < SLIP_FROM_DAYS ? apart : daysApartIfMistyped(a, b);
    out[at + 4] = apart < SLIP_FROM_DAYS ? 0 : dateSlips(a, b);
    out[at + 5] = -days.logShareWithin(a, apart);
  };
}
