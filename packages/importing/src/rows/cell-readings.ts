// What a single cell says, before anything else of its row is known.
import { isSpreadsheetError, SPREADSHEET_ERROR } from '../fields/blank.ts';
import { type DateOrder, parseTransactionDate } from '../fields/date.ts';
import { instantOf } from '../fields/instant.ts';
import { MAX_LENGTH, type TextField } from '../fields/text.ts';
import { type AmountReading, isPlainAmount, readAmount } from './amount.ts';
import { NoValue } from './field-cells.ts';

export const NOTHING = new NoValue();

export const asWritten = (text: string): string => text;

export function textReading(
  field: TextField,
  text: string,
  read: (text: string) => string | undefined,
): string | NoValue {
  if (isSpreadsheetError(text)) return NOTHING;
  const longest = MAX_LENGTH[field];
  if (text.length <= longest) return (text === '' ? undefined : read(text)) ?? NOTHING;
  // Item lists of whole invoices grow long; their beginning says what was done. Anything else that long is misread.
  if (field === 'service') return text.slice(0, longest).trimEnd();
  return new NoValue(`is longer than ${longest} characters`);
}

/** An ISO 8601 day, with its time where the cell has one. */
export const dateReading = (text: string, order: DateOrder): string | NoValue =>
  parseTransactionDate(text, order) ??
  new NoValue(isSpreadsheetError(text) ? SPREADSHEET_ERROR : 'is not a day of the calendar');

/** The same, or the moment that the cell says. */
export const momentReading = (text: string, order: DateOrder): Date | string | NoValue =>
  instantOf(text, order) ?? dateReading(text, order);

/** An amount cell; `plain` when nothing else of its row decides what it is worth. */
export interface AmountCell {
  text: string;
  isPoints: boolean;
  plain?: AmountReading;
}

export function amountCell(text: string, isPoints: boolean): AmountCell {
  if (isPoints || !isPlainAmount(text)) return { text, isPoints };
  return { text, isPoints, plain: readAmount(text, false, () => undefined, undefined) };
}
