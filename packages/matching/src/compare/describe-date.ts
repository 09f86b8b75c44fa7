// How far apart the two dates are, and which came first.
import { type Describe, dateSlips, NO_DAY, type Records } from '../domain.ts';
import { daysApartIfSwapped } from './measure-date.ts';

const SLIP_FROM_DAYS = 4;

export function describeDate(records: Records): Describe {
  const { rewards, pos } = records;
  return (r, p) => {
    const a = rewards.day[r]!;
    const b = pos.day[p]!;
    if (a === NO_DAY || b === NO_DAY) return 'A date is missing';
    if (a === b) return 'Same day';
    const apart = Math.abs(a - b);
    const days = `${apart} ${apart === 1 ? 'day' : 'days'}`;
    const lag = a > b ? `Posted ${days} after the visit` : `Posted ${days} before the visit`;
    if (apart < SLIP_FROM_DAYS) return lag;
    if (daysApartIfSwapped(a, b) < SLIP_FROM_DAYS) return `${lag}; day and month may be swapped`;
    return dateSlips(a, b) === 1 ? `${lag}; dates one slip apart` : lag;
  };
}
