// Sums of redemptions, in cents and in words.
import { formatCents } from '@medspasync/schemas';
import { dayInWords } from '../day-in-words.ts';
import type { Entry } from './read-books.ts';

export const sumOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, entry) => sum + entry.amountCents, 0);

/** Of entries by day. */
export function sumWords(entries: readonly Entry[]): string {
  const [first, last] = [dayInWords(entries[0]!.day), dayInWords(entries.at(-1)!.day)];
  const count = entries.length === 1 ? '1 redemption' : `${entries.length} redemptions`;
  return `${count} of ${first === last ? first : `${first} to ${last}`}, ${formatCents(sumOf(entries))}`;
}
