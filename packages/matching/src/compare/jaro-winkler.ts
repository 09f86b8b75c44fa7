// Jaro–Winkler, pinned: variants in circulation differ by up to 0.14 near the boost, and a model trained on one
// must never meet another. Window ⌊max/2⌋ − 1 (at least 0), transpositions halved and floored, float64, boost of
// 0.1 per common leading letter up to 4 when the Jaro similarity exceeds 0.7.

/** Longer strings are cut: matched letters are kept as bits of one integer. */
const MAX_LENGTH = 32;
const BOOST_FROM = 0.7;
const PREFIX_SCALE = 0.1;
const MAX_PREFIX = 4;

/** Similarity of two strings in [0, 1]; symmetric; 1 for equal strings, 0 when nothing is in common. */
export function jaroWinkler(first: string, second: string): number {
  if (first === second) return first.length === 0 ? 0 : 1;
  // The greedy assignment of letters depends on which string leads; the longer (then the greater) one always does.
  const swap = first.length < second.length || (first.length === second.length && first < second);
  const a = swap ? second : first;
  const b = swap ? first : second;
  const lengthA = Math.min(a.length, MAX_LENGTH);
  const lengthB = Math.min(b.length, MAX_LENGTH);
  if (lengthB === 0) return 0;
  const window = Math.max(0, (lengthA >> 1) - 1);
  let takenA = 0;
  let takenB = 0;
  let matches = 0;
  for (let i = 0; i < lengthA; i++) {
    const code = a.charCodeAt(i);
    const to = Math.min(lengthB - 1, i + window);
    for (let k = Math.max(0, i - window); k <= to; k++) {
      if ((takenB >>> k) & 1 || b.charCodeAt(k) !== code) continue;
      takenA |= 1 << i;
      takenB |= 1 << k;
      matches++;
      break;
    }
  }
  if (matches === 0) return 0;
  const jaro =
    (matches / lengthA + matches / lengthB + (matches - transpositions(a, b, takenA, takenB)) / matches) / 3;
  if (jaro <= BOOST_FROM) return jaro;
  let prefix = 0;
  while (prefix < MAX_PREFIX && prefix < lengthB && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * PREFIX_SCALE * (1 - jaro);
}

function transpositions(a: string, b: string, takenA: number, takenB: number): number {
  let moved = 0;
  let k = 0;
  for (let i = 0; i < MAX_LENGTH; i++) {
    if (((takenA >>> i) & 1) === 0) continue;
    while (((takenB >>> k) & 1) === 0) k++;
    if (a.charCodeAt(i) !== b.charCodeAt(k)) moved++;
    k++;
  }
  return moved >> 1;
}
