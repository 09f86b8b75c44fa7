import fc from 'fast-check';
import { isBlank, isSpreadsheetError } from './blank.ts';
import { parseEmail, parsePhone } from './contact.ts';
import { parsePersonName } from './name.ts';
import { type IsPlain, isPlainEmail, isPlainName, isPlainPhone, isPlainText } from './plain.ts';
import { MAX_LENGTH, tidyText } from './text.ts';

const encoder = new TextEncoder();

/** Whether a cell is plain, wherever in a file it stands. */
function isPlainIn(isPlain: IsPlain, cell: string): boolean {
  const bytes = encoder.encode(`,${cell},`);
  return bytes.every((byte) => byte < 0x80) && isPlain(bytes, 1, bytes.length - 1);
}

/** What the text of a cell is worth, read without looking at its bytes. */
function read(cell: string, parse: (text: string) => string | undefined): string | undefined {
  const text = tidyText(cell.trim());
  const isSomething = !isBlank(cell.trim()) && !isSpreadsheetError(text);
  return isSomething && text !== '' ? parse(text) : undefined;
}

const asWritten = (text: string) => text;

const cells = (...known: string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...known), fc.string({ unit: 'binary-ascii', maxLength: 3 })), {
      maxLength: 8,
    })
    .map((parts) => parts.join(''));

test.each([
  [
    'text',
    isPlainText,
    asWritten,
    cells('R-38044643', 'none', 'n/a', '-', ' ', '#N/A', '(blank)', '\t', 'é'),
  ],
  ['name', isPlainName, parsePersonName, cells('Sarah', ' ', 'Johnson', ',', 'NULL', "O'Brien", '.', 'Jr')],
  ['phone', isPlainPhone, parsePhone, cells('555', '5', '(212) ', '-', '+1', '.', 'e', 'ext', '000')],
  [
    'e-mail address',
    isPlainEmail,
    parseEmail,
    cells('sarah', '@', 'example', '.', 'com', 'noemail', 'none', 'n/a', 'mailto:', 'test', 'Na', ' '),
  ],
] as const)('a plain %s is read as it stands', (_, isPlain, parse, cell) => {
  fc.assert(
    fc.property(cell, (text) => {
      if (isPlainIn(isPlain, text)) expect(read(text, parse)).toBe(text);
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  [isPlainText, 'R-38044643'],
  [isPlainName, "Mary Ann O'Brien-Smith"],
  [isPlainPhone, '+1 (555) 123-4567'],
  [isPlainEmail, 'sarah.johnson+spa@example.co.uk'],
] as const)('what most cells say is plain', (isPlain, cell) => expect(isPlainIn(isPlain, cell)).toBe(true));

test('no plain cell is longer than its field may be', () => {
  const shortest = Math.min(...Object.values(MAX_LENGTH));
  expect(isPlainIn(isPlainText, 'x'.repeat(shortest))).toBe(true);
  expect(isPlainIn(isPlainText, 'x'.repeat(shortest + 1))).toBe(false);
  expect(isPlainIn(isPlainEmail, `${'x'.repeat(shortest)}@example.com`)).toBe(false);
});
