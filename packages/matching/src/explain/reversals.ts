// Rewards left alone because the sale they belonged to was refunded or voided.
import { formatCents } from '@medspasync/schemas';
import {
  dayInWords,
  MISSING,
  NO_DAY,
  REFUND,
  REIMBURSEMENT,
  type Records,
  type Side,
  VOID,
} from '../domain.ts';

/** A portal entry this many days around the sale may be about it. */
const NEAR_DAYS = 35;
/** The same of a voided invoice it would be a part of. */
const NEAR_PART_DAYS = 5;

/**
 * The cancelled sale of the same patient, near the reward's day, that its dollars fit; or else a refund or void of as much, or a voided
 * invoice of the same days, since a file may have no other row of that sale. -1 where there is none.
 */
export type LostSale = (reward: number) => number;

export function lostSales(records: Records): LostSale {
  const { rewards, pos } = records;
  const byPatient = new Map<string, number[]>();
  /** Invoices of which a part was refunded: their sales stand. */
  const tookAPart = new Set<number>();
  for (let p = 0; p < pos.count; p++) if (pos.refundedCents[p]! > 0) tookAPart.add(pos.invoice[p]!);
  for (let p = 0; p < pos.count; p++) {
    if (pos.reversal[p] === REIMBURSEMENT) continue;
    const isLost = pos.cancelled[p] === 1 || (isReversal(pos, p) && !tookAPart.has(pos.invoice[p]!));
    if (!isLost) continue;
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
    // A sale that is in the file says more than what took it back.
    const isReverse = (p: number): number => Number(isReversal(pos, p));
    return (
      lost.sort((a, b) => pos.amountCents[a]! - pos.amountCents[b]! || isReverse(a) - isReverse(b))[0] ?? -1
    );
  };
}

const isReversal = ({ reversal }: Side, row: number): boolean =>
  reversal[row] === REFUND || reversal[row] === VOID;

/** What became of a sale, in words: a refund is dated itself. */
export function lostSaleWords({ pos }: Records, p: number): string {
  const sale = `The ${formatCents(pos.amountCents[p]!)} sale`;
  const day = pos.day[p] === NO_DAY ? '' : dayInWords(pos.day[p]!);
  if (pos.reversal[p] === REFUND) return `${sale} was refunded${day && ` on ${day}`}`;
  return `${sale}${day && ` of ${day}`} was refunded or voided`;
}

function isNear({ rewards, pos }: Records, r: number, p: number): boolean {
  const dated = rewards.day[r] !== NO_DAY && pos.day[p] !== NO_DAY;
  const isVoidedPart = pos.reversal[p] === VOID && pos.amountCents[p] !== rewards.amountCents[r];
  return !dated || Math.abs(rewards.day[r]! - pos.day[p]!) <= (isVoidedPart ? NEAR_PART_DAYS : NEAR_DAYS);
}

/** The reward's own amount, or an invoice that may hold it: not one of another treatment. */
function fits({ rewards, pos, services }: Records, r: number, p: number): boolean {
  const reward = rewards.amountCents[r]!;
  const sale = pos.amountCents[p]!;
  if (sale <= reward || pos.reversal[p] === REFUND) return sale === reward;
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
  if (reversal[row] === REIMBURSEMENT) return 'A reimbursement: it asks for nothing';
  return cancelled[row] === 1 ? 'Taken back by a refund or void' : null;
}
