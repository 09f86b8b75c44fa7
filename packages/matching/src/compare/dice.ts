// Sørensen–Dice over letter pairs: string-similarity where a text is compared once, and a kernel over presorted
// pairs, proved equal to it by a property test, where millions are. The library is no longer maintained: only here.
import { compareTwoStrings } from 'string-similarity';

/** Similarity of two texts in [0, 1], spaces aside. */
export const diceOfTexts = (a: string, b: string): number => compareTwoStrings(a, b);

/** The same over ascending letter pairs `pairs[startA … endA)` and `pairs[startB … endB)`. */
export function diceOfPairs(
  pairs: Int32Array,
  startA: number,
  endA: number,
  startB: number,
  endB: number,
): number {
  const total = endA - startA + endB - startB;
  if (total === 0) return 0;
  let common = 0;
  let i = startA;
  let k = startB;
  while (i < endA && k < endB) {
    const difference = pairs[i]! - pairs[k]!;
    if (difference === 0) {
      common++;
      i++;
      k++;
    } else if (difference < 0) i++;
    else k++;
  }
  return (2 * common) / total;
}
