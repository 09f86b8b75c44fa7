// Whether the cells of a column could be what its header says.
import type { MappedField } from '@medspasync/schemas';
import { isBlank } from '../fields/blank.ts';
import { parseEmail, parsePhone } from '../fields/contact.ts';
import { parseTransactionDate } from '../fields/date.ts';
import { parseMoney } from '../fields/money.ts';
import { saysPoints } from '../fields/points.ts';
import { parseTimeOfDay } from '../fields/time-of-day.ts';

const isDate = (cell: string): boolean =>
  parseTransactionDate(cell, 'mdy') !== undefined || parseTransactionDate(cell, 'dmy') !== undefined;

const hasLetter = (cell: string): boolean => /\p{L}/u.test(cell);
const isNoSum = (cell: string): boolean => !/\$|\.\d{2}$/.test(cell);

const CHECKS: Partial<Record<MappedField, (cell: string) => boolean>> = {
  amount: (cell) => parseMoney(cell) !== undefined || saysPoints(cell),
  date: isDate,
  time: (cell) => parseTimeOfDay(cell) !== undefined,
  customer_phone: (cell) => parsePhone(cell) !== undefined,
  customer_email: (cell) => parseEmail(cell) !== undefined,
  customer_name: hasLetter,
  customer_first_name: hasLetter,
  customer_last_name: hasLetter,
  service: hasLetter,
  provider: hasLetter,
  reference: isNoSum,
  invoice_id: isNoSum,
  transaction_id: isNoSum,
};

/** Share (0–1) of the filled cells that could be this field; undefined when no cell says anything. */
export function shareFitting(field: MappedField, cells: readonly string[]): number | undefined {
  const filled = cells.filter((cell) => !isBlank(cell.trim()));
  const check = CHECKS[field];
  if (filled.length === 0 || !check) return undefined;
  return filled.filter((cell) => check(cell.trim())).length / filled.length;
}
