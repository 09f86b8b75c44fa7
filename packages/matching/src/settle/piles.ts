// Which redemptions nobody can tell apart.
import type { Entry } from './read-books.ts';

/** Of one program, redemptions that have the same are interchangeable: taking one or the other is no different way. */
export const pileKeyOf = ({ amountCents, day, location }: Entry): string =>
  `${day}/${amountCents}/${location}`;
