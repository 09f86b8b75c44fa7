// Transactions in bodies that zod cannot refuse: text that PostgreSQL does not take, and days that no calendar has.
import { parseTransactionDate } from '@medspasync/importing';
import type { FieldError } from '@medspasync/schemas';

/**
 * What reading a transaction would refuse in a body of which the shape is wrong already, for one answer about all of it.
 * Looks at every field and list entry that may be a transaction.
 */
export const unusableFields = (body: unknown): FieldError[] =>
  entriesOf(body).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.flatMap((entry, index) => unusableFieldsOf(entry, `${name}[${index}]`))
      : unusableFieldsOf(value, name),
  );

function unusableFieldsOf(transaction: unknown, name: string): FieldError[] {
  const errors: FieldError[] = [];
  refuseUnusable(Object.fromEntries(entriesOf(transaction)), (field, message) =>
    errors.push({ field: `${name}.${field}`, message }),
  );
  return errors;
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** Tells `refuse` of every field of a transaction that cannot be used, whatever else is wrong with it. */
export function refuseUnusable(
  fields: Readonly<Record<string, unknown>>,
  refuse: (field: string, message: string) => void,
): void {
  for (const [field, value] of Object.entries(fields))
    if (typeof value === 'string' && !isStorable(value))
      refuse(field, 'has characters that cannot be stored');
  if (typeof fields.date === 'string' && parseTransactionDate(fields.date) === undefined)
    refuse('date', 'is no day of the calendar; write YYYY-MM-DD, or month first as in 01/15/2024');
}

/** JSON may carry NUL and halves of surrogate pairs, PostgreSQL's text may not. */
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);
