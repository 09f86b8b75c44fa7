// Moments: dates whose text says the offset they were read at, as systems write them that have a clock of their own. Who knows
// where the clinic is makes its day of them.
import { type DateOrder, parseTransactionDate } from './date.ts';

/** The clock, then `Z`, a name of it, or an offset from it. */
const OFFSET = /:\d{2}(?:\.\d+)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:(?:Z|UTC|GMT)|([+-])(\d{2}):?(\d{2}))$/i;

/**
 * `2024-01-16T03:30:00Z`, `2024-01-15T22:30:00-05:00` → the moment they say.
 * Undefined for a day, for a time of day without an offset, and for what is no date.
 */
export function instantOf(text: string, order: DateOrder = 'mdy'): Date | undefined {
  const found = OFFSET.exec(text.trim());
  const local = found && parseTransactionDate(text, order);
  if (!local) return undefined;
  const [, sign, hours = '0', minutes = '0'] = found;
  const offsetMinutes = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  // Without a time where it says midnight.
  const asUtc = Date.parse(local.includes('T') ? `${local}Z` : `${local}T00:00Z`);
  return new Date(asUtc - offsetMinutes * 60_000);
}
