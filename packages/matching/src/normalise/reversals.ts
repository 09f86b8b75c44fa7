// Refunds and voids take back a sale: what was cancelled is no longer there to be matched.
import { MISSING, type NameTable, NO_DAY, type Order, REIMBURSEMENT, type Side, VOID } from '../domain.ts';
import { partsRefunded } from './parts-refunded.ts';

/** A refund later than this after the sale belongs to something else. */
const LATEST_REFUND_DAYS = 60;

export type Rows = Omit<Side, 'cancelled' | 'refundedCents'>;
type NamesOfBook = Pick<NameTable, 'start' | 'tokens' | 'surnameAt'>;

/** A void undoes what was entered by mistake, within days. */
const LATEST_VOID_DAYS = 3;

/**
 * How many copies of each distinct sale a refund or void of the same amount takes back: of the same invoice or code, whatever name
 * is on it, or, where either names none, of the same patient up to 60 days later (3 for a void, of the same service). Each reversal
 * cancels one sale: the one most like it, then the latest, of equals the first in `order`. Those that name an invoice or code choose first; a name whose first
 * half is an initial (Z Hart) chooses last. What is left of them counts against the invoice they name.
 */
export function takenBackIn(
  side: Rows,
  namesOf: () => NamesOfBook,
  tokens: { textOf(token: number): string },
  order: Order,
): TakenBack {
  const taken = new Int32Array(side.count);
  const left = new Int32Array(side.count);
  for (let row = 0; row < side.count; row++) {
    if (side.reversal[row] === REIMBURSEMENT) taken[row] = copiesOf(side, row);
    else if (side.reversal[row] !== 0) left[row] = copiesOf(side, row);
  }
  const choose = (column: Int32Array, isLike: IsLike): void => {
    for (const { reversals, sales } of reversedGroups(side, column, left).values()) {
      if (reversals.length * sales.length > MOST_COMPARISONS) continue;
      reversals.sort(order);
      for (const reversal of reversals) takeBack(side, reversal, sales, taken, left, isLike, order);
    }
  };
  for (const column of [side.invoice, side.reference, side.name]) choose(column, () => true);
  if (left.some((copies) => copies > 0)) {
    const names = namesOf();
    choose(surnamesOf(side, names), (reversal, sale) => mayBeOnePatient(side, names, tokens, reversal, sale));
  }
  return { taken, refundedCents: partsRefunded(side, taken, left) };
}

/** By distinct row: copies that stand no longer, those of reimbursements among them, and cents of its invoice that were refunded beside them. */
export interface TakenBack {
  taken: Int32Array;
  refundedCents: Int32Array;
}

type IsLike = (reversal: number, sale: number) => boolean;

/** Thousands of sales and refunds of one name and amount are not one patient's: which belong together cannot be told. */
const MOST_COMPARISONS = 250_000;

/** Reversals with the sales of the same amount and the same value in `column`. */
function reversedGroups(
  side: Rows,
  column: Int32Array,
  left: Int32Array,
): Map<string, { reversals: number[]; sales: number[] }> {
  const groups = new Map<string, { reversals: number[]; sales: number[] }>();
  const keyOf = (row: number): string => `${column[row]}/${side.amount[row]}`;
  const reversed = new Set<number>();
  for (let row = 0; row < side.count; row++) {
    if (left[row] === 0 || column[row] === MISSING) continue;
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
  isLike: IsLike,
  order: Order,
): void {
  while (left[reversal]! > 0) {
    const sale = mostLike(side, reversal, sales, taken, isLike, order);
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
  isLike: IsLike,
  order: Order,
): number | undefined {
  let best: number | undefined;
  let bestLikeness = 0;
  for (const sale of sales) {
    if (taken[sale] === copiesOf(side, sale) || !takesBack(side, reversal, sale)) continue;
    if (!isLike(reversal, sale)) continue;
    const likeness = agreeingColumns(side, reversal, sale);
    const lead =
      best === undefined
        ? 1
        : likeness - bestLikeness || side.day[sale]! - side.day[best]! || order(best, sale);
    if (lead <= 0) continue;
    best = sale;
    bestLikeness = likeness;
  }
  return best;
}

export const copiesOf = (side: Pick<Side, 'memberStart'>, row: number): number =>
  side.memberStart[row + 1]! - side.memberStart[row]!;

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

/** No program takes another's back. What either names decides: an invoice, a code; else the days, and for a void everything that both say. */
function takesBack(side: Rows, reversal: number, sale: number): boolean {
  const { invoice, program, reference } = side;
  if (bothSay(program, reversal, sale) && program[reversal] !== program[sale]) return false;
  if (bothSay(invoice, reversal, sale)) return invoice[reversal] === invoice[sale];
  if (bothSay(reference, reversal, sale)) return reference[reversal] === reference[sale];
  const isVoid = side.reversal[reversal] === VOID;
  if (isVoid && contradicts(side, reversal, sale)) return false;
  const refundedOn = side.day[reversal]!;
  const soldOn = side.day[sale]!;
  if (refundedOn === NO_DAY || soldOn === NO_DAY) return true;
  return refundedOn >= soldOn && refundedOn <= soldOn + (isVoid ? LATEST_VOID_DAYS : LATEST_REFUND_DAYS);
}

const bothSay = (column: Int32Array | Int8Array, a: number, b: number): boolean =>
  column[a] !== MISSING && column[b] !== MISSING;

const contradicts = ({ service, phone, email, location }: Rows, reversal: number, sale: number): boolean =>
  [service, phone, email, location].some(
    (column) => bothSay(column, reversal, sale) && column[reversal] !== column[sale],
  );

/** The last word of each row's name, or MISSING where it is the only one. */
function surnamesOf({ name, count }: Rows, { start, tokens, surnameAt }: NamesOfBook): Int32Array {
  const surnames = new Int32Array(count).fill(MISSING);
  for (let row = 0; row < count; row++) {
    const own = name[row]!;
    if (own === MISSING) continue;
    const isWhole = surnameAt[own]! > 0 && start[own]! + surnameAt[own]! < start[own + 1]!;
    if (isWhole) surnames[row] = tokens[start[own + 1]! - 1]!;
  }
  return surnames;
}

/** One of the first names is the other's initial, and no phone or e-mail speaks against it. */
function mayBeOnePatient(
  { name, phone, email }: Rows,
  { start, tokens }: NamesOfBook,
  texts: { textOf(token: number): string },
  reversal: number,
  sale: number,
): boolean {
  if ([phone, email].some((column) => bothSay(column, reversal, sale) && column[reversal] !== column[sale]))
    return false;
  const a = texts.textOf(tokens[start[name[reversal]!]!]!);
  const b = texts.textOf(tokens[start[name[sale]!]!]!);
  return Math.min(a.length, b.length) === 1 && a[0] === b[0];
}
