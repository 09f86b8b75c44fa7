// Refunds and voids take back a sale: what was cancelled is no longer there to be matched.
import { MISSING, NO_DAY, type Side } from '../domain.ts';

/** A refund later than this after the sale belongs to something else. */
const LATEST_REFUND_DAYS = 60;

/**
 * 1 for each distinct sale that a refund or void of the same amount takes back: of the same invoice, or, where either
 * names none, of the same patient up to 60 days later. Each reversal cancels one sale: the one most like it, then the latest.
 */
export function cancelledSales(side: Omit<Side, 'cancelled'>): Uint8Array {
  const cancelled = new Uint8Array(side.count);
  const salesByKey = new Map<string, number[]>();
  const keyOf = (row: number): string => `${side.name[row]}/${side.amountCents[row]}`;
  const reversals: number[] = [];
  for (let row = 0; row < side.count; row++) if (side.reversal[row] === 1) reversals.push(row);
  if (reversals.length === 0) return cancelled;
  for (let row = 0; row < side.count; row++) {
    if (side.reversal[row] === 1 || side.name[row] === MISSING) continue;
    const sales = salesByKey.get(keyOf(row));
    if (sales) sales.push(row);
    else salesByKey.set(keyOf(row), [row]);
  }
  for (const reversal of reversals) {
    const open = (salesByKey.get(keyOf(reversal)) ?? []).filter(
      (sale) => cancelled[sale] === 0 && takesBack(side, reversal, sale),
    );
    if (open.length === 0) continue;
    const likeness = (sale: number): number => agreeingColumns(side, reversal, sale);
    const own = open.reduce((best, sale) =>
      (likeness(sale) - likeness(best) || side.day[sale]! - side.day[best]!) > 0 ? sale : best,
    );
    const copies = (row: number): number => side.memberStart[row + 1]! - side.memberStart[row]!;
    // Of two equal sales one refund leaves one standing.
    if (copies(reversal) >= copies(own)) cancelled[own] = 1;
  }
  return cancelled;
}

function agreeingColumns(side: Omit<Side, 'cancelled'>, reversal: number, sale: number): number {
  const columns = [side.phone, side.email, side.service, side.provider, side.location, side.reference];
  return columns.filter((column) => column[reversal] === column[sale]).length;
}

function takesBack(side: Omit<Side, 'cancelled'>, reversal: number, sale: number): boolean {
  const bothInvoiced = side.invoice[reversal] !== MISSING && side.invoice[sale] !== MISSING;
  if (bothInvoiced) return side.invoice[reversal] === side.invoice[sale];
  const refundedOn = side.day[reversal]!;
  const soldOn = side.day[sale]!;
  if (refundedOn === NO_DAY || soldOn === NO_DAY) return true;
  return refundedOn >= soldOn && refundedOn <= soldOn + LATEST_REFUND_DAYS;
}
