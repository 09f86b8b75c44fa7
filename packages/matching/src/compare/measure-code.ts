// Certificate, coupon, authorization and invoice codes: copied by hand from one system into the other.
import { type Feature, type Measure, MISSING, type Records } from '../domain.ts';

export const CODE_FEATURES: readonly Feature[] = [{ name: 'code_level', direction: 1 }];

/** 0 different, 1 one character apart, 2 the digits are equal, 3 equal; NaN unless both rows carry a code. */
export function codeLevel(records: Records, r: number, p: number): number {
  const { rewards, pos, references, codeDigits } = records;
  const reference = rewards.reference[r]!;
  const invoice = rewards.invoice[r]!;
  const other = pos.reference[p]!;
  if (invoice !== MISSING && invoice === pos.invoice[p]) return 3;
  if (reference === MISSING) return Number.NaN;
  if (reference === other || reference === pos.invoice[p]) return 3;
  if (other === MISSING) return Number.NaN;
  if (codeDigits[reference] !== MISSING && codeDigits[reference] === codeDigits[other]) return 2;
  return isOneCharacterApart(references[reference]!, references[other]!) ? 1 : 0;
}

export function measureCode(records: Records): Measure {
  return (r, p, out, at) => {
    out[at] = codeLevel(records, r, p);
  };
}

/** Short codes are dense: one character apart is then another code, not a slip. */
const SHORTEST_SLIP = 5;

function isOneCharacterApart(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST_SLIP || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  const room = Math.min(a.length, b.length) - head;
  while (tail < room && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const leftA = a.length - head - tail;
  const leftB = b.length - head - tail;
  const swapped = leftA === 2 && leftB === 2 && a[head] === b[head + 1] && a[head + 1] === b[head];
  return (leftA <= 1 && leftB <= 1) || swapped;
}
