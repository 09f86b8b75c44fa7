// In which order of day and month the two books agree: a file of 03/04/2026 may have been read the wrong way round, and then
// its pairs lie months apart and agree once the two are exchanged.
import { type Assigned, dayAndMonthExchanged, NO_DAY, type Records } from '../domain.ts';
import type { DateOrders } from '../report.ts';

/** What a visit and its entry are apart at most, in days, for the two dates to be called one. */
const NEAR_DAYS = 4;

/** Assigned pairs whose reward has a day that can be read in either order: how many are near as written, and how many exchanged. */
export function dateOrdersOf({ rewards, pos }: Records, { posOfReward }: Assigned): DateOrders {
  const orders: DateOrders = { asWritten: 0, exchanged: 0 };
  for (let row = 0; row < rewards.members.length; row++) {
    const [posRow] = posOfReward.get(row) ?? [];
    if (posRow === undefined) continue;
    const a = rewards.day[rewards.distinctOf[row]!]!;
    const b = pos.day[pos.distinctOf[posRow]!]!;
    const other = a === NO_DAY || b === NO_DAY ? NO_DAY : dayAndMonthExchanged(a);
    // A day that the exchange hardly moves is near either way.
    if (other === NO_DAY || Math.abs(other - a) < 2 * NEAR_DAYS) continue;
    if (Math.abs(a - b) < NEAR_DAYS) orders.asWritten++;
    else if (Math.abs(other - b) < NEAR_DAYS) orders.exchanged++;
  }
  return orders;
}
