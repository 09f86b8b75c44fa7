// Jaro–Winkler, pinned: variants in circulation differ by up to 0.14 near the boost, and a model trained on one
// must never meet another. Window ⌊max/2⌋ − 1 (at least 0), transpositions halved and floored, float64, boost of
// 0.1 per common leading letter up to 4 when the Jaro similarity exceeds 0.7.
import type { PackedTexts } from '../domain.ts';

/** Longer texts are cut: where a letter stands, and which are matched, are bits of one integer. */
const MAX_LENGTH = 32;
const BOOST_FROM = 0.7;
const PREFIX_SCALE = 0.1;
const MAX_PREFIX = 4;

/** Similarity of two strings in [0, 1]; symmetric; 1 for equal strings, 0 when nothing is in common. */
export function jaroWinkler(first: string, second: string): number {
  const units = new Uint16Array(first.length + second.length);
  for (let i = 0; i < first.length; i++) units[i] = first.charCodeAt(i);
  for (let i = 0; i < second.length; i++) units[first.length + i] = second.charCodeAt(i);
  return jaroWinklerOfUnits(units, 0, first.length, first.length, units.length);
}

/** The same of two texts of one packing, by their ids. */
export const jaroWinklerOfTexts = ({ units, start }: PackedTexts, a: number, b: number): number =>
  jaroWinklerOfUnits(units, start[a]!, start[a + 1]!, start[b]!, start[b + 1]!);

/** The same of the texts `units[fromA … toA)` and `units[fromB … toB)`. */
export function jaroWinklerOfUnits(
  units: Uint16Array,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
): number {
  const order = orderOf(units, fromA, toA, fromB, toB);
  if (order === 0) return fromA === toA ? 0 : 1;
  // The greedy assignment of letters depends on which text leads; the longer (then the greater) one always does.
  return order > 0
    ? ofDifferent(units, fromA, Math.min(toA - fromA, MAX_LENGTH), fromB, Math.min(toB - fromB, MAX_LENGTH))
    : ofDifferent(units, fromB, Math.min(toB - fromB, MAX_LENGTH), fromA, Math.min(toA - fromA, MAX_LENGTH));
}

/** Above 0 when the first text leads, 0 when the two are equal. */
function orderOf(units: Uint16Array, fromA: number, toA: number, fromB: number, toB: number): number {
  const longer = toA - fromA - (toB - fromB);
  if (longer !== 0) return longer;
  for (let a = fromA, b = fromB; a < toA; a++, b++) {
    if (units[a] !== units[b]) return units[a]! - units[b]!;
  }
  return 0;
}

/** By UTF-16 unit, the places of the shorter text that have it, as bits; all zero between two calls. */
const placesOf = new Int32Array(0x10000);

function ofDifferent(units: Uint16Array, a: number, lengthA: number, b: number, lengthB: number): number {
  if (lengthB === 0) return 0;
  for (let k = 0; k < lengthB; k++) placesOf[units[b + k]!] = placesOf[units[b + k]!]! | (1 << k);
  const window = Math.max(0, (lengthA >> 1) - 1);
  let takenA = 0;
  let takenB = 0;
  let matches = 0;
  for (let i = 0; i < lengthA; i++) {
    const from = Math.max(0, i - window);
    // Places from … i + window, none of them taken.
    const near = from > 31 ? 0 : (-1 << from) & (i + window >= 31 ? -1 : (2 << (i + window)) - 1);
    const free = placesOf[units[a + i]!]! & near & ~takenB;
    if (free === 0) continue;
    takenA |= 1 << i;
    takenB |= free & -free;
    matches++;
  }
  for (let k = 0; k < lengthB; k++) placesOf[units[b + k]!] = 0;
  if (matches === 0) return 0;
  const moved = transpositions(units, a, takenA, b, takenB);
  const jaro = (matches / lengthA + matches / lengthB + (matches - moved) / matches) / 3;
  if (jaro <= BOOST_FROM) return jaro;
  let prefix = 0;
  while (prefix < MAX_PREFIX && prefix < lengthB && units[a + prefix] === units[b + prefix]) prefix++;
  return jaro + prefix * PREFIX_SCALE * (1 - jaro);
}

/** Half the matched letters that stand in another order, rounded down. */
function transpositions(units: Uint16Array, a: number, takenA: number, b: number, takenB: number): number {
  let moved = 0;
  let restB = takenB;
  for (let restA = takenA; restA !== 0; restA &= restA - 1) {
    const i = 31 - Math.clz32(restA & -restA);
    const k = 31 - Math.clz32(restB & -restB);
    if (units[a + i] !== units[b + k]) moved++;
    restB &= restB - 1;
  }
  return moved >> 1;
}
