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
  for (const { reversals, sales } of salesByReversedKey(side).values()) {
    if (reversals.length * sales.length > MOST_COMPARISONS) continue;
    for (const reversal of reversals) cancelOne(side, reversal, sales, cancelled);
  }
  return cancelled;
}

/** Thousands of sales and refunds of one name and amount are not one patient's: which belong together cannot be told. */
const MOST_COMPARISONS = 250_000;

interface SameNameAndAmount {
  reversals: number[];
  sales: number[];
}

/** Reversals with the sales of their name and amount. */
function salesByReversedKey(side: Omit<Side, 'cancelled'>): Map<string, SameNameAndAmount> {
  const groups = new Map<string, SameNameAndAmount>();
  const keyOf = (row: number): string => `${side.name[row]}/${side.amount[row]}`;
  const namesReversed = new Set<number>();
  for (let row = 0; row < side.count; row++) {
    if (side.reversal[row] === 0 || side.name[row] === MISSING) continue;
    namesReversed.add(side.name[row]!);
    const group = groups.get(keyOf(row));
    if (group) group.reversals.push(row);
    else groups.set(keyOf(row), { reversals: [row], sales: [] });
  }
  if (groups.size === 0) return groups;
  for (let row = 0; row < side.count; row++) {
    if (side.reversal[row] === 0 && namesReversed.has(side.name[row]!)) {
      groups.get(keyOf(row))?.sales.push(row);
    }
  }
  return groups;
}

function cancelOne(
  side: Omit<Side, 'cancelled'>,
  reversal: number,
  sales: readonly number[],
  cancelled: Uint8Array,
): void {
  let own = -1;
  let ownLikeness = 0;
  for (const sale of sales) {
    if (cancelled[sale] === 1 || !takesBack(side, reversal, sale)) continue;
    const likeness = agreeingColumns(side, reversal, sale);
    if (own !== -1 && (likeness - ownLikeness || side.day[sale]! - side.day[own]!) <= 0) continue;
    own = sale;
    ownLikeness = likeness;
  }
  if (own === -1) return;
  const copies = (row: number): number => side.memberStart[row + 1]! - side.memberStart[row]!;
  // Of two equal sales one refund leaves one standing.
  if (copies(reversal) >= copies(own)) cancelled[own] = 1;
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
