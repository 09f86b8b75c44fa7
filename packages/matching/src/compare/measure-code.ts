// Certificate, coupon, authorization and invoice codes: copied by hand from one system into the other.
import {
  type Feature,
  isShortCode,
  type Measure,
  MISSING,
  type PackedTexts,
  type Records,
} from '../domain.ts';

export const CODE_FEATURES: readonly Feature[] = [{ name: 'code_level', direction: 1 }];

/** 0 different, 1 one character apart, 2 the digits are equal, 3 equal; NaN unless both rows carry a code. */
export function codeLevel(records: Records, r: number, p: number): number {
  const { rewards, pos, references, codeDigits } = records;
  const reference = rewards.reference[r]!;
  const invoice = rewards.invoice[r]!;
  const other = pos.reference[p]!;
  if (invoice !== MISSING && invoice === pos.invoice[p] && !isShortCode(references, invoice)) return 3;
  if (reference === MISSING) return Number.NaN;
  if (reference === other || reference === pos.invoice[p]) return 3;
  if (other === MISSING) return Number.NaN;
  if (codeDigits[reference] !== MISSING && codeDigits[reference] === codeDigits[other]) return 2;
  return isOneCharacterApart(references, reference, other) ? 1 : 0;
}

export function measureCode(records: Records): Measure {
  return (r, p, out, at) => {
    out[at] = codeLevel(records, r, p);
  };
}

/** Short codes are dense: one character apart is then another code, not a slip. */
const SHORTEST_SLIP = 5;

function isOneCharacterApart({ units, start }: PackedTexts, a: number, b: number): boolean {
  const fromA = start[a]!;
  const fromB = start[b]!;
  const lengthA = start[a + 1]! - fromA;
  const lengthB = start[b + 1]! - fromB;
  const shorter = Math.min(lengthA, lengthB);
  if (shorter < SHORTEST_SLIP || Math.abs(lengthA - lengthB) > 1) return false;
  let head = 0;
  while (head < shorter && units[fromA + head] === units[fromB + head]) head++;
  let tail = 0;
  const lastA = fromA + lengthA - 1;
  const lastB = fromB + lengthB - 1;
  while (tail < shorter - head && units[lastA - tail] === units[lastB - tail]) tail++;
  const leftA = lengthA - head - tail;
  const leftB = lengthB - head - tail;
  const swapped =
    leftA === 2 &&
    leftB === 2 &&
    units[fromA + head] === units[fromB + head + 1] &&
    units[fromA + head + 1] === units[fromB + head];
  return (leftA <= 1 && leftB <= 1) || swapped;
}
