// Dates in every notation the exports use, as ISO text.
import { type DateShape, fullYear, readDateShape } from './date-shape.ts';

/** Which number of `03/04/2024` is the month: `mdy` US, `dmy` most other countries, `ymd` year first. */
export type DateOrder = 'mdy' | 'dmy' | 'ymd';

// Dates repeat from row to row, so most cells are answered from here. Cleared when full: a bound, not a policy.
const CACHE_SIZE = 20_000;
const caches: Record<DateOrder, Map<string, string | null>> = {
  mdy: new Map(),
  dmy: new Map(),
  ymd: new Map(),
};

/**
 * `01/15/2024 3:45 PM`, `Jan 15, 2024`, `15 Jan 2024`, `2024-01-15T15:45:00Z`, `45306`, … →
 * `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm[:ss]`.
 * A zone or offset is dropped (see `instantOf`), and exact midnight counts as no time. Undefined when it is no day of the calendar
 * in this order.
 */
export function parseTransactionDate(text: string, order: DateOrder = 'mdy'): string | undefined {
  const cache = caches[order];
  const known = cache.get(text);
  if (known !== undefined) return known ?? undefined;
  const shape = readDateShape(text.trim());
  const parsed = shape && isoOf(shape, order);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(text, parsed ?? null);
  return parsed;
}

function isoOf(shape: DateShape, order: DateOrder): string | undefined {
  const [year, month, day] =
    shape.kind === 'fixed' ? ([shape.year, shape.month, shape.day] as const) : inOrder(shape, order);
  if (!isCalendarDay(year, month, day)) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return shape.time === undefined || isMidnight(shape.time) ? date : `${date}T${shape.time}`;
}

const isMidnight = (time: string): boolean => time === '00:00' || time === '00:00:00';

/** Year, month, day of a numeric date read in the given order. */
export function inOrder(
  { first, second, third }: { first: number; second: number; third: number },
  order: DateOrder,
): readonly [year: number, month: number, day: number] {
  if (order === 'dmy') return [fullYear(third), second, first];
  // A four-digit year can only be the year, whatever the file's order says.
  if (order === 'ymd' && third <= 99) return [fullYear(first), second, third];
  return [fullYear(third), first, second];
}

/** Whether the day exists, between 1900 and 2999. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
