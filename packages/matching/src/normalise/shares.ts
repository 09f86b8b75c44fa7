// How common a value is in this job: agreeing on $40 or on a household's phone is worth less than on a rare one.
import { type AmountTable, MISSING, type Side } from '../domain.ts';

/**
 * Natural logarithm of the number of different given-name initials seen with each phone or e-mail: a family's phone has
 * several, one patient's has one. Initials, because a nickname or a typo is not another person.
 */
export function holdersOf(
  initialOfName: Uint8Array,
  values: number,
  sides: readonly Side[],
  columnOf: (side: Side) => Int32Array,
): Float64Array {
  const initials = new Int32Array(values);
  for (const side of sides) {
    const ids = columnOf(side);
    for (let row = 0; row < side.count; row++) {
      const id = ids[row]!;
      const name = side.name[row]!;
      if (id !== MISSING && name !== MISSING) initials[id] = initials[id]! | (1 << initialOfName[name]!);
    }
  }
  const holders = new Float64Array(values);
  for (let id = 0; id < values; id++) holders[id] = holdersOfInitials(initials[id]!);
  return holders;
}

/** The same of one value, whose holders' initials are bits. */
export const holdersOfInitials = (initials: number): number => Math.log(Math.max(1, bitCount(initials)));

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** How many rows' worth of evidence the general shape of amounts weighs against those of the job. */
const BACKGROUND_WEIGHT = 200;

/** Loyalty amounts are mostly multiples of $10 up to $100; see the programs' denominations in the glossary. */
function backgroundShareOf(cents: number): number {
  if (cents % 1000 === 0 && cents <= 10_000) return 0.04;
  if (cents % 2500 === 0) return 0.004;
  if (cents % 500 === 0) return 0.002;
  return 0.0005;
}

/** The distinct amounts of both sides, by the ids in their `amount` columns. */
export function amountTable(cents: Float64Array, sides: readonly Side[]): AmountTable {
  const counts = new Int32Array(cents.length);
  let total = 0;
  for (const { amount, count } of sides) {
    for (let row = 0; row < count; row++) counts[amount[row]!] = counts[amount[row]!]! + 1;
    total += count;
  }
  const logShare = cents.map((amount, id) => amountLogShare(amount, counts[id]!, total));
  return { cents: new Int32Array(cents), logShare };
}

/** Of an amount that `rows` of `total` rows carry. */
export const amountLogShare = (cents: number, rows: number, total: number): number =>
  Math.log(
    (Math.max(rows - 2, 0) + BACKGROUND_WEIGHT * backgroundShareOf(cents)) / (total + BACKGROUND_WEIGHT),
  );
