// What a plan's gate makes of names, worked out once.
import type { Gate, PartPoints } from '../domain.ts';

/** A name's signature has so many bits at most; the table is indexed by the smaller signature and by what is shared. */
const MOST_BITS = 128;
export const BITS_SHIFT = 8;

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
export function mostNamePoints({ givenName, surname, crossed, crossedLetter, letters }: Gate): number {
  const mostOf = ({ initial, firstLetter, different }: PartPoints): number =>
    Math.max(initial, firstLetter, different);
  const straight =
    Math.max(givenName.equal, givenName.alike, mostOf(givenName)) +
    Math.max(surname.equal, surname.alike, mostOf(surname));
  return (
    Math.max(straight, mostOf(givenName) + mostOf(surname) + 2 * Math.max(crossed, crossedLetter)) +
    letters[0]!.points
  );
}
