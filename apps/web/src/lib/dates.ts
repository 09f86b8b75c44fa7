// Dates in words. A transaction's date is the spa's calendar day; a job's times are instants.
const DAY_MS = 86_400_000;

const calendarDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
// Swedish writes a day as ISO 8601 does.
const isoDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });
const instant = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' });

/** UTC midnight of the leading `YYYY-MM-DD`; undefined when the text has none. */
function dayOf(text: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  return found ? Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) : undefined;
}

/** `2024-01-15` → `Jan 15, 2024`; any other notation as it is written. */
export function formatDay(text: string): string {
  const day = dayOf(text);
  return day === undefined ? text : calendarDay.format(day);
}

const month = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-03` → `March 2026`. */
export const formatMonth = (text: string): string => month.format(new Date(`${text}-01T00:00:00Z`));

/** The calendar day of an instant in the reader's zone, as `2026-03-07`. */
export const localDay = (at: Date): string => isoDay.format(at);

/** Whole calendar days from one date to another; undefined when either is not ISO. */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [dayOf(from), dayOf(to)];
  return start === undefined || end === undefined ? undefined : Math.round((end - start) / DAY_MS);
}

/** An ISO instant as `Nov 26, 2026, 9:14 AM`, in the reader's zone. */
export const formatInstant = (iso: string): string => instant.format(new Date(iso));

const STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, milliseconds: number][] = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** An ISO instant as `3 hours ago`. */
export function formatAgo(iso: string, now: number): string {
  const elapsed = new Date(iso).getTime() - now;
  for (const [unit, size] of STEPS) {
    if (Math.abs(elapsed) >= size) return relative.format(Math.round(elapsed / size), unit);
  }
  return 'just now';
}

/** Milliseconds as `0.8 s`, `42 s` or `3 min 5 s`. */
export function formatDuration(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
