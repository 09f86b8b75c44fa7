// Rewards left alone because the sale they belonged to was refunded or voided.
import { MISSING, NO_DAY, type Records, type Side } from '../domain.ts';

/** A portal entry this many days around the sale may be about it. */
const NEAR_DAYS = 35;

/** True when a cancelled sale of the same patient, near the reward's day, was at least as large as the reward. */
export type LostItsSale = (reward: number) => boolean;

export function lostSales(records: Records): LostItsSale {
  const { rewards, pos } = records;
  const byPatient = new Map<string, number[]>();
  for (let p = 0; p < pos.count; p++) {
    if (pos.cancelled[p] === 0) continue;
    for (const key of patientKeys(pos, p)) {
      const sales = byPatient.get(key);
      if (sales) sales.push(p);
      else byPatient.set(key, [p]);
    }
  }
  return (r) =>
    byPatient.size > 0 &&
    patientKeys(rewards, r).some((key) =>
      byPatient.get(key)?.some((p) => {
        const dated = rewards.day[r] !== NO_DAY && pos.day[p] !== NO_DAY;
        const isNear = !dated || Math.abs(rewards.day[r]! - pos.day[p]!) <= NEAR_DAYS;
        return isNear && pos.amountCents[p]! >= rewards.amountCents[r]!;
      }),
    );
}

function patientKeys(side: Side, row: number): string[] {
  const keys: string[] = [];
  if (side.name[row] !== MISSING) keys.push(`name ${side.name[row]}`);
  if (side.phone[row] !== MISSING) keys.push(`phone ${side.phone[row]}`);
  if (side.reference[row] !== MISSING) keys.push(`code ${side.reference[row]}`);
  return keys;
}
