// Free text from a cell: trimmed, single-spaced, mojibake repaired.
import { LONGEST_TEXT, type MappedField } from '@medspasync/schemas';
import { repairMojibake } from '../text/mojibake.ts';

/** Characters a field may have: joined by a space, the parts of a name are a name. */
export const MAX_LENGTH = {
  ...LONGEST_TEXT,
  customer_first_name: LONGEST_TEXT.customer_name / 2 - 1,
  customer_last_name: LONGEST_TEXT.customer_name / 2 - 1,
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
