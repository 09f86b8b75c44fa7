// Refunds of no line's own amount: the invoice they name says what they are of.
import { MISSING, type Side } from '../domain.ts';

type Rows = Pick<Side, 'count' | 'memberStart' | 'amountCents' | 'invoice' | 'service' | 'reversal'>;

/** What one invoice has that stands, and what was paid back of it. */
interface Invoice {
  refunds: number[];
  lines: number[];
}

/**
 * Cents of refunds and voids, `left` copies of which took no equal sale back, for each line they may be of: those of the same service on
 * the invoice they name, else all of it. Where they add up to all that stands of the invoice, its lines are taken back: `taken` says so then.
 */
export function partsRefunded(side: Rows, taken: Int32Array, left: Int32Array): Int32Array {
  const refunded = new Int32Array(side.count);
  const { amountCents, memberStart, service } = side;
  const copiesStanding = (row: number): number => memberStart[row + 1]! - memberStart[row]! - taken[row]!;
  const centsOf = (refund: number): number => left[refund]! * amountCents[refund]!;
  for (const { refunds, lines } of refundedInvoices(side, left)) {
    const standing = lines.filter((line) => copiesStanding(line) > 0);
    const paidBack = refunds.reduce((sum, refund) => sum + centsOf(refund), 0);
    if (standing.reduce((sum, line) => sum + copiesStanding(line) * amountCents[line]!, 0) === paidBack) {
      for (const line of standing) taken[line] = taken[line]! + copiesStanding(line);
      continue;
    }
    for (const refund of refunds) {
      const own = standing.filter((line) => service[refund] !== MISSING && service[line] === service[refund]);
      for (const line of own.length > 0 ? own : standing) refunded[line] = refunded[line]! + centsOf(refund);
    }
  }
  return refunded;
}

/** Invoices that refunds name which took no equal sale back. */
function refundedInvoices({ count, invoice, reversal }: Rows, left: Int32Array): Iterable<Invoice> {
  const invoices = new Map<number, Invoice>();
  for (let row = 0; row < count; row++) {
    if (left[row] === 0 || invoice[row] === MISSING) continue;
    const known = invoices.get(invoice[row]!);
    if (known) known.refunds.push(row);
    else invoices.set(invoice[row]!, { refunds: [row], lines: [] });
  }
  if (invoices.size === 0) return [];
  for (let row = 0; row < count; row++) if (reversal[row] === 0) invoices.get(invoice[row]!)?.lines.push(row);
  return invoices.values();
}
