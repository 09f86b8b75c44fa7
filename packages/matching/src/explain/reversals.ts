// Refunds and voids in the POS that take back what a reward was matched with.
import { MISSING, NO_DAY, type Records } from '../domain.ts';

/** A refund later than this after the sale belongs to something else. */
const LATEST_REFUND_DAYS = 60;

/** True when a refund or void of the same patient and amount follows the POS row within its time. */
export type IsReversed = (p: number) => boolean;

export function reversalsOf(records: Records): IsReversed {
  const { pos } = records;
  const daysByKey = new Map<string, number[]>();
  const keyOf = (p: number): string => `${pos.name[p]}/${pos.amountCents[p]}`;
  for (let p = 0; p < pos.count; p++) {
    if (pos.reversal[p] !== 1 || pos.name[p] === MISSING) continue;
    const days = daysByKey.get(keyOf(p));
    if (days) days.push(pos.day[p]!);
    else daysByKey.set(keyOf(p), [pos.day[p]!]);
  }
  return (p) => {
    if (daysByKey.size === 0 || pos.name[p] === MISSING || pos.reversal[p] === 1) return false;
    const day = pos.day[p]!;
    const reversedOn = (refund: number): boolean =>
      refund === NO_DAY || day === NO_DAY || (refund >= day && refund <= day + LATEST_REFUND_DAYS);
    return daysByKey.get(keyOf(p))?.some(reversedOn) ?? false;
  };
}
