// What a date cell looks like before anyone decides which of its numbers is the month.
import { parseTimeOfDay } from './time-of-day.ts';

/** `numeric`: two numbers whose order is the file's convention. `fixed`: the text itself says which is which. */
export type DateShape =
  | { kind: 'numeric'; first: number; second: number; third: number; time?: string }
  | {
      kind: 'fixed';
      year: number;
      month: number;
      day: number;
      time?: string;
      leads: 'ymd' | 'mdy' | 'dmy' | 'none';
    };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMERIC = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/;
const MONTH_FIRST =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4}|\d{2})$/i;
const DAY_FIRST =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})$/i;
const SERIAL = /^(\d{5})(\.\d+)?$/;
// An offset or zone after the time says no day; what moment it makes of it, `instantOf` knows.
const WITH_TIME =
  /^(.*?\d)(?:T|,?\s+(?:at\s+)?)(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]\.?\s?m\.?)?)\s*(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{2,5})?$/i;

/** No date is longer; what is would only make the patterns below work hard. */
const LONGEST = 64;

/** Reads the numbers of a date cell; undefined when the text is not written like a date. */
export function readDateShape(text: string): DateShape | undefined {
  if (text.length > LONGEST) return undefined;
  const timed = text.includes(':') ? WITH_TIME.exec(text) : null;
  const time = timed ? parseTimeOfDay(timed[2]!) : undefined;
  if (timed && time === undefined) return undefined;
  const shape = readDay(timed ? timed[1]!.trim() : text);
  if (shape && time !== undefined) shape.time = time;
  return shape;
}

function readDay(text: string): DateShape | undefined {
  let found = NUMERIC.exec(text);
  if (found) {
    return { kind: 'numeric', first: Number(found[1]), second: Number(found[2]), third: Number(found[3]) };
  }
  found = ISO.exec(text) ?? COMPACT.exec(text);
  if (found) return fixed(Number(found[1]), Number(found[2]), Number(found[3]), 'ymd');
  found = SERIAL.exec(text);
  if (found) return fromExcelSerial(Number(found[1]), Number(found[2] ?? 0));
  found = MONTH_FIRST.exec(text);
  if (found) return named(found[3]!, found[1]!, found[2]!, 'mdy');
  found = DAY_FIRST.exec(text);
  return found ? named(found[3]!, found[2]!, found[1]!, 'dmy') : undefined;
}

const fixed = (
  year: number,
  month: number,
  day: number,
  leads: 'ymd' | 'mdy' | 'dmy' | 'none',
): DateShape => ({
  kind: 'fixed',
  year,
  month,
  day,
  leads,
});

function named(year: string, month: string, day: string, leads: 'mdy' | 'dmy'): DateShape | undefined {
  const word = month.toLowerCase();
  const index = MONTHS.indexOf(word.slice(0, 3));
  const isMonth = index >= 0 && (word.length <= 4 || FULL_MONTHS[index] === word);
  return isMonth ? fixed(fullYear(Number(year)), index + 1, Number(day), leads) : undefined;
}

const FULL_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Two-digit years belong to 1970–2069. */
export const fullYear = (year: number): number => {
  if (year > 99) return year;
  return year < 70 ? 2000 + year : 1900 + year;
};

/** Excel counts days from 1899-12-30; five digits cover 1927 to 2173. */
function fromExcelSerial(days: number, fraction: number): DateShape {
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  const shape = fixed(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), 'none');
  const minutes = Math.round(fraction * 1440);
  if (minutes > 0 && minutes < 1440) {
    shape.time = parseTimeOfDay(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`);
  }
  return shape;
}
