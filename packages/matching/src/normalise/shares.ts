// How common a value is in this job: agreeing on $40 or on a household's phone is worth less than on a rare one.
import { MISSING, type Side } from '../domain.ts';
import type { NameCollector } from './name-tables.ts';

/**
 * Natural logarithm of the number of different given-name initials seen with each phone or e-mail: a family's phone has
 * several, one patient's has one. Initials, because a nickname or a typo is not another person.
 */
export function holdersOf(
  sides: readonly Side[],
  column: (side: Side) => Int32Array,
  values: number,
  names: NameCollector,
): Float64Array {
  const initials = new Int32Array(values);
  for (const side of sides) {
    const ids = column(side);
    for (let row = 0; row < side.count; row++) {
      const id = ids[row]!;
      const name = side.name[row]!;
      if (id !== MISSING && name !== MISSING)
        initials[id] = initials[id]! | (1 << (names.initialOf(name) & 31));
    }
  }
  return Float64Array.from(initials, (bits) => Math.log(Math.max(1, bitCount(bits))));
}

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

/** Natural logarithm of the smoothed share of rows that carry an amount. */
export function amountLogShares(sides: readonly Side[]): (amountCents: number) => number {
  const counts = new Map<number, number>();
  let total = BACKGROUND_WEIGHT;
  for (const side of sides) {
    for (const cents of side.amountCents) counts.set(cents, (counts.get(cents) ?? 0) + 1);
    total += side.count;
  }
  return (cents) =>
    Math.log(
      (Math.max((counts.get(cents) ?? 0) - 2, 0) + BACKGROUND_WEIGHT * backgroundShareOf(cents)) / total,
    );
}
