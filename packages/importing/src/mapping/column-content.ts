// What the sample cells of a column look like, whatever its header says.
import type { MappedField } from '@medspasync/schemas';
import { isBlank } from '../fields/blank.ts';
import { parseEmail, parsePhone } from '../fields/contact.ts';
import { parseTransactionDate } from '../fields/date.ts';
import { parseMoney } from '../fields/money.ts';
import { saysPoints } from '../fields/points.ts';
import { parseTimeOfDay } from '../fields/time-of-day.ts';

const isDate = (cell: string): boolean =>
  parseTransactionDate(cell, 'mdy') !== undefined || parseTransactionDate(cell, 'dmy') !== undefined;

const CHECKS: Partial<Record<MappedField, (cell: string) => boolean>> = {
  amount: (cell) => parseMoney(cell) !== undefined || saysPoints(cell),
  date: isDate,
  time: (cell) => parseTimeOfDay(cell) !== undefined,
  customer_phone: (cell) => parsePhone(cell) !== undefined,
  customer_email: (cell) => parseEmail(cell) !== undefined,
  customer_name: (cell) => /\p{L}/u.test(cell),
  customer_first_name: (cell) => /\p{L}/u.test(cell),
  customer_last_name: (cell) => /\p{L}/u.test(cell),
};

/** Share (0–1) of the filled cells that could be this field; undefined when no cell says anything. */
export function shareFitting(field: MappedField, cells: readonly string[]): number | undefined {
  const filled = cells.filter((cell) => !isBlank(cell.trim()));
  const check = CHECKS[field];
  if (filled.length === 0 || !check) return undefined;
  return filled.filter((cell) => check(cell.trim())).length / filled.length;
}

// Formats that give a field away by themselves: bare digits could be anything.
const TELLING: readonly (readonly [MappedField, RegExp])[] = [
  ['customer_email', /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
  ['customer_phone', /^(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}$/],
  ['amount', /^-?\(?\$\s?[\d,]+\.\d{2}\)?$/],
];

/** The field that nearly all cells of a column give away by their format. */
export function fieldByFormat(cells: readonly string[]): MappedField | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => !isBlank(cell));
  if (filled.length === 0) return undefined;
  const found = TELLING.find(
    ([, pattern]) => filled.filter((cell) => pattern.test(cell)).length >= filled.length * 0.9,
  );
  if (found) return found[0];
  const dates = filled.filter((cell) => /\D/.test(cell) && isDate(cell)).length;
  return dates >= filled.length * 0.9 ? 'date' : undefined;
}
