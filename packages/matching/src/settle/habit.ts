// How a manufacturer pays: periods that end so many days before the payment, often with half a month. What earlier payments paid
// shows it.
import type { PaidDay } from './read-books.ts';

/** From the end of the paid period to the payment, as far as what was paid tells it. */
export interface Habit {
  leastDays: number;
  mostDays: number;
  /** Periods end with a month or with its 15th day. */
  isByHalfMonths: boolean;
}

/** Days among which a paid period ended: from the last one that was paid to the one before the next that is not. */
export interface PeriodEnd {
  first: number;
  last: number;
}

/** Payments looked back at: terms change, and one that was out of the ordinary is forgotten in time. */
const LOOKS_BACK = 6;

/** Fewer payments end with half a month by chance. */
const FEWEST_HALF_MONTHS = 3;

/**
 * The narrowest days that agree with all the payments before; null where there are none.
 * @param paidDays of one program and place, before the payment to be read.
 * @param openFrom the first day after them of which something is open.
 */
export function habitOf(paidDays: readonly PaidDay[], openFrom: number): Habit | null {
  const ends = periodEnds(paidDays, openFrom).slice(-LOOKS_BACK);
  if (ends.length === 0) return null;
  const least = Math.max(...ends.map(({ last, paidOn }) => paidOn - last));
  const most = Math.min(...ends.map(({ first, paidOn }) => paidOn - first));
  return {
    leastDays: Math.min(least, most),
    mostDays: Math.max(least, most),
    isByHalfMonths: ends.length >= FEWEST_HALF_MONTHS && ends.every(hasHalfMonth),
  };
}

/** Those of `periods` that end as usual for a payment of that day. */
export function usualOf<Period extends PeriodEnd>(
  periods: readonly Period[],
  paidOn: number,
  { isByHalfMonths, leastDays, mostDays }: Habit,
): Period[] {
  const usual = periods.filter(({ first, last }) => paidOn - last <= mostDays && paidOn - first >= leastDays);
  const byHalfMonths = isByHalfMonths ? usual.filter(hasHalfMonth) : [];
  return byHalfMonths.length > 0 ? byHalfMonths : usual;
}

/** By payments, the earliest first. One that only makes up for what was passed over before ends no period. */
function periodEnds(paidDays: readonly PaidDay[], openFrom: number): (PeriodEnd & { paidOn: number })[] {
  const ends: (PeriodEnd & { paidOn: number })[] = [];
  let through = Number.NEGATIVE_INFINITY;
  for (const [paidOn, days] of daysByPayday(paidDays)) {
    const own = days.filter((day) => day > through);
    if (own.length === 0) continue;
    const before = ends.at(-1);
    if (before) before.last = Math.min(before.last, Math.min(...own) - 1);
    through = Math.max(...own);
    ends.push({ paidOn, first: through, last: paidOn });
  }
  const latest = ends.at(-1);
  if (latest) latest.last = Math.min(latest.last, openFrom - 1);
  return ends;
}

function daysByPayday(paidDays: readonly PaidDay[]): [number, number[]][] {
  const paydays = new Map<number, number[]>();
  for (const { day, paidOn } of paidDays) {
    const days = paydays.get(paidOn);
    if (days) days.push(day);
    else paydays.set(paidOn, [day]);
  }
  return [...paydays].sort(([a], [b]) => a - b);
}

const DAY_MS = 86_400_000;

function hasHalfMonth({ first, last }: PeriodEnd): boolean {
  for (let day = first; day <= last; day++) {
    const next = new Date((day + 1) * DAY_MS).getUTCDate();
    if (next === 1 || next === 16) return true;
  }
  return false;
}
