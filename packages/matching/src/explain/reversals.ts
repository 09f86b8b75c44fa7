// Rewards left alone because the sale they belonged to was refunded or voided.
import { formatCents } from '@medspasync/schemas';
import { dayInWords, MISSING, NO_DAY, REFUND, type Records, type Side, VOID } from '../domain.ts';

/** A portal entry this many days around the sale may be about it. */
const NEAR_DAYS = 35;

/** The cancelled sale of the same patient, near the reward's day, that its dollars fit; -1 where there is none. */
export type LostSale = (reward: number) => number;

export function lostSales(records: Records): LostSale {
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
  if (byPatient.size === 0) return () => -1;
  return (r) => {
    const lost = patientKeys(rewards, r)
      .flatMap((key) => byPatient.get(key) ?? [])
      .filter((p) => isNear(records, r, p) && fits(records, r, p));
    const leftOver = (p: number): number => pos.amountCents[p]! - rewards.amountCents[r]!;
    return lost.reduce((best, p) => (best === -1 || leftOver(p) < leftOver(best) ? p : best), -1);
  };
}

/** What became of a sale, in words. */
export function lostSaleWords({ pos }: Records, p: number): string {
  const day = pos.day[p] === NO_DAY ? '' : ` of ${dayInWords(pos.day[p]!)}`;
  return `The ${formatCents(pos.amountCents[p]!)} sale${day} was refunded or voided`;
}

function isNear({ rewards, pos }: Records, r: number, p: number): boolean {
  const dated = rewards.day[r] !== NO_DAY && pos.day[p] !== NO_DAY;
  return !dated || Math.abs(rewards.day[r]! - pos.day[p]!) <= NEAR_DAYS;
}

/** The reward's own amount, or an invoice that may hold it: not one of another treatment. */
function fits({ rewards, pos, services }: Records, r: number, p: number): boolean {
  const reward = rewards.amountCents[r]!;
  const sale = pos.amountCents[p]!;
  if (sale <= reward) return sale === reward;
  const a = rewards.service[r]!;
  const b = pos.service[p]!;
  if (a === MISSING || b === MISSING || services.text[a] === services.text[b]) return true;
  return (
    (services.products[a]! & services.products[b]!) !== 0 || (services.kinds[a]! & services.kinds[b]!) !== 0
  );
}

function patientKeys(side: Side, row: number): string[] {
  const keys: string[] = [];
  if (side.name[row] !== MISSING) keys.push(`name ${side.name[row]}`);
  if (side.phone[row] !== MISSING) keys.push(`phone ${side.phone[row]}`);
  if (side.reference[row] !== MISSING) keys.push(`code ${side.reference[row]}`);
  return keys;
}

/** What became of a row that asks for nothing; null of one that stands. */
export function noteOn({ reversal, cancelled }: Side, row: number): string | null {
  if (reversal[row] === VOID) return 'Voided: it asks for nothing';
  if (reversal[row] === REFUND) return 'A refund: it asks for nothing';
  return cancelled[row] === 1 ? 'Taken back by a refund or void' : null;
}
