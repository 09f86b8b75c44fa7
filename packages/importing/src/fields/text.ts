// Free text from a cell: trimmed, single-spaced, mojibake repaired.
import { type MappedField, TransactionWire } from '@medspasync/schemas';
import { repairMojibake } from '../text/mojibake.ts';

const { shape } = TransactionWire;
const longest = (text: { unwrap(): { maxLength: number | null } }): number => text.unwrap().maxLength!;

/** Characters a field may have on the wire. */
export const MAX_LENGTH = {
  transaction_id: longest(shape.transaction_id),
  customer_name: longest(shape.customer_name),
  customer_first_name: longest(shape.customer_name) / 2 - 1,
  customer_last_name: longest(shape.customer_name) / 2 - 1,
  customer_phone: longest(shape.customer_phone),
  customer_email: longest(shape.customer_email),
  service: longest(shape.service),
  provider: longest(shape.provider),
  location: longest(shape.location),
  reference: longest(shape.reference),
  invoice_id: longest(shape.invoice_id),
} satisfies Partial<Record<MappedField, number>>;

export type TextField = keyof typeof MAX_LENGTH;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed.
const UNTIDY = /[\u0000-\u001f\u007f\u00a0\ufeff]|\s\s/;
const NON_ASCII = /[^\u0020-\u007e]/;

/** A cell as text worth keeping. */
export function tidyText(cell: string): string {
  let text = cell.trim();
  if (!NON_ASCII.test(text) && !text.includes('  ')) return text;
  text = repairMojibake(text);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed.
  return UNTIDY.test(text) ? text.replace(/[\s\u0000-\u001f\u007f\u00a0\ufeff]+/g, ' ').trim() : text;
}
