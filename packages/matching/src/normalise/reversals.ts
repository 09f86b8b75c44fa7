// Refunds and voids take back a sale: what was cancelled is no longer there to be matched.
import { MISSING, NO_DAY, type Side } from '../domain.ts';

/** A refund later than this after the sale belongs to something else. */
const LATEST_REFUND_DAYS = 60;

type Rows = Omit<Side, 'cancelled'>;

/**
 * How many copies of each distinct sale a refund or void of the same amount takes back: of the same invoice, whatever name is
 * on it, or, where either names none, of the same patient up to 60 days later. Each reversal cancels one sale: the one most
 * like it, then the latest. Those that name an invoice choose first.
 */
export function copiesTakenBack(side: Rows): Int32Array {
  const taken = new Int32Array(side.count);
  const left = new Int32Array(side.count);
  for (let row = 0; row < side.count; row++) if (side.reversal[row] === 1) left[row] = copiesOf(side, row);
  for (const column of [side.invoice, side.name]) {
    for (const { reversals, sales } of reversedGroups(side, column).values()) {
      if (reversals.length * sales.length > MOST_COMPARISONS) continue;
      for (const reversal of reversals) takeBack(side, reversal, sales, taken, left);
    }
  }
  return taken;
}

/** Thousands of sales and refunds of one name and amount are not one patient's: which belong together cannot be told. */
const MOST_COMPARISONS = 250_000;

/** Reversals with the sales of the same amount and the same value in `column`. */
function reversedGroups(
  side: Rows,
  column: Int32Array,
): Map<string, { reversals: number[]; sales: number[] }> {
  const groups = new Map<string, { reversals: number[]; sales: number[] }>();
  const keyOf = (row: number): string => `${column[row]}/${side.amount[row]}`;
  const reversed = new Set<number>();
  for (let row = 0; row < side.count; row++) {
    if (side.reversal[row] === 0 || column[row] === MISSING) continue;
    reversed.add(column[row]!);
    const group = groups.get(keyOf(row));
    if (group) group.reversals.push(row);
    else groups.set(keyOf(row), { reversals: [row], sales: [] });
  }
  if (groups.size === 0) return groups;
  for (let row = 0; row < side.count; row++) {
    if (side.reversal[row] === 0 && reversed.has(column[row]!)) groups.get(keyOf(row))?.sales.push(row);
  }
  return groups;
}

/** Of two equal sales one refund leaves one standing; of two equal refunds each takes back a sale. */
function takeBack(
  side: Rows,
  reversal: number,
  sales: readonly number[],
  taken: Int32Array,
  left: Int32Array,
): void {
  while (left[reversal]! > 0) {
    const sale = mostLike(side, reversal, sales, taken);
    if (sale === undefined) return;
    const copies = Math.min(left[reversal]!, copiesOf(side, sale) - taken[sale]!);
    taken[sale] = taken[sale]! + copies;
    left[reversal] = left[reversal]! - copies;
  }
}

function mostLike(
  side: Rows,
  reversal: number,
  sales: readonly number[],
  taken: Int32Array,
): number | undefined {
  let best: number | undefined;
  let bestLikeness = 0;
  for (const sale of sales) {
    if (taken[sale] === copiesOf(side, sale) || !takesBack(side, reversal, sale)) continue;
    const likeness = agreeingColumns(side, reversal, sale);
    if (best !== undefined && (likeness - bestLikeness || side.day[sale]! - side.day[best]!) <= 0) continue;
    best = sale;
    bestLikeness = likeness;
  }
  return best;
}

const copiesOf = (side: Rows, row: number): number => side.memberStart[row + 1]! - side.memberStart[row]!;

function agreeingColumns(side: Rows, reversal: number, sale: number): number {
  const columns = [
    side.name,
    side.phone,
    side.email,
    side.service,
    side.provider,
    side.location,
    side.reference,
  ];
  return columns.filter((column) => column[reversal] === column[sale]).length;
}

function takesBack(side: Rows, reversal: number, sale: number): boolean {
  const bothInvoiced = side.invoice[reversal] !== MISSING && side.invoice[sale] !== MISSING;
  if (bothInvoiced) return side.invoice[reversal] === side.invoice[sale];
  const refundedOn = side.day[reversal]!;
  const soldOn = side.day[sale]!;
  if (refundedOn === NO_DAY || soldOn === NO_DAY) return true;
  return refundedOn >= soldOn && refundedOn <= soldOn + LATEST_REFUND_DAYS;
}
