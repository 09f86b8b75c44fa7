// A plan's gate as tables: points of a lag and of letters in common are looked up, not searched for.
import type { Gate, PartPoints } from '../domain.ts';

/** Lags beyond this either way are alike. */
export const LONGEST_LAG = 63;
/** A name's signature has so many bits at most; the table is indexed by the smaller signature and by what is shared. */
const MOST_BITS = 128;
export const BITS_SHIFT = 8;

/** Points of a lag of d days, at `d + LONGEST_LAG`. */
export function lagTable({ lags, otherLag }: Gate): Int8Array {
  const points = new Int8Array(2 * LONGEST_LAG + 1).fill(otherLag);
  for (const lag of lags) points.fill(lag.points, lag.from + LONGEST_LAG, lag.to + LONGEST_LAG + 1);
  return points;
}

/** Points of `shared` letter pairs where the shorter name has `fewer`, at `(fewer << BITS_SHIFT) | shared`. */
export function letterTable({ letters }: Gate): Int8Array {
  const points = new Int8Array((MOST_BITS + 1) << BITS_SHIFT);
  for (let fewer = 0; fewer <= MOST_BITS; fewer++) {
    for (let shared = 0; shared <= fewer; shared++) {
      const inCommon = shared / Math.max(1, fewer);
      points[(fewer << BITS_SHIFT) | shared] = letters.find(({ from }) => inCommon >= from)!.points;
    }
  }
  return points;
}

/** No two names have more points. */
export function mostNamePoints({ givenName, surname, crossed, letters }: Gate): number {
  const mostOf = ({ initial, firstLetter, different }: PartPoints): number =>
    Math.max(initial, firstLetter, different);
  const straight =
    Math.max(givenName.equal, givenName.alike, mostOf(givenName)) +
    Math.max(surname.equal, surname.alike, mostOf(surname));
  return Math.max(straight, mostOf(givenName) + mostOf(surname) + 2 * crossed) + letters[0]!.points;
}
