// Workbooks that no program writes: small files that would take hours, gigabytes, or a number that is none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importTransactions } from '../../import-transactions.ts';
import { fileSource } from '../file-source.ts';
import { zipOf } from '../testing/zip-of.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'importing-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const MB = 1_048_576;
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const rowOf = (cells: readonly string[], attributes = ''): string =>
  `<row ${attributes}>${cells.map(cell).join('')}</row>`;
const HEADER = rowOf(['Transaction ID', 'Customer Name', 'Amount', 'Date']);
const saleOf = (id: string, attributes = '', amount = '40'): string =>
  rowOf([id, 'Ana Lee', amount, '2026-10-05'], attributes);
const sheetOf = (...rows: readonly string[]): string =>
  `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;

interface Oddities {
  timesNamed?: number;
  parts?: Record<string, Buffer | string>;
}

function read(sheet: string, { parts = {}, timesNamed = 1 }: Oddities = {}) {
  const path = join(folder, 'book.xlsx');
  const named = '<sheet name="S" r:id="r1"/>'.repeat(timesNamed);
  const book = zipOf({
    'xl/worksheets/s.xml': sheet,
    'xl/workbook.xml': `<workbook xmlns:r="${RELATION}"><sheets>${named}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
    ...parts,
  });
  writeFileSync(path, book);
  return importTransactions(fileSource(path), { side: 'pos' });
}

test('a row that says a number no sheet has is numbered after the one before it', async () => {
  const numbers = ['r="99999999999"', 'r="-7"', 'r="1e400"', 'r="two"', 'r="2.5"', 'r="4"', 'r="9"'];
  const sales = numbers.map((number, index) => saleOf(`P-${index}`, number));
  const { rows, skipped } = await read(sheetOf(HEADER, ...sales, saleOf('P-8', 'r="many"', 'forty')));
  expect(rows).toEqual([2, 3, 4, 5, 6, 7, 9]);
  expect(skipped).toMatchObject([{ row: 10, column: 'Amount' }]);
});

test('a sheet that a workbook names a hundred thousand times is read once', async () => {
  const sheet = sheetOf('<row/>'.repeat(1_000_000));
  await expect(read(sheet, { timesNamed: 100_000 })).rejects.toMatchObject({ code: 'upload.empty' });
});

test('a row with more characters than a row may have is skipped, the rows around it are kept', async () => {
  const long = saleOf('A'.repeat(2 * MB));
  const { skipped, transactions } = await read(sheetOf(HEADER, saleOf('P-1'), long, saleOf('P-3')));
  expect(transactions.map(({ transactionId }) => transactionId)).toEqual(['P-1', 'P-3']);
  expect(skipped).toEqual([{ row: 3, reason: 'longer than the 1048576 characters allowed' }]);
});

test('a cell of hundreds of megabytes is never held', async () => {
  const piece = `<r><t>${'A'.repeat(1000)}</t></r>`.repeat(9_000);
  const pieces = `<row><c t="inlineStr"><is>${piece}</is></c></row>`;
  const { skipped } = await read(sheetOf(HEADER, pieces, saleOf('P-2')));
  expect(skipped).toMatchObject([{ row: 2, reason: expect.stringContaining('characters allowed') }]);
  const whole = sheetOf(HEADER, saleOf('A'.repeat(8 * MB)));
  await expect(read(whole)).rejects.toMatchObject({ code: 'upload.unreadable' });
});

test('a workbook with more text than a process can hold is refused', async () => {
  const noise = Buffer.from(Array.from({ length: 2 * MB }, (_, n) => (n * n * 2_654_435_761) % 251));
  const texts = `<sst>${'<si/>'.repeat(17 * MB)}</sst>`;
  const parts = { 'xl/sharedStrings.xml': texts, 'xl/media/noise.bin': noise };
  await expect(read(sheetOf(HEADER, saleOf('P-1')), { parts })).rejects.toMatchObject({
    code: 'upload.too_large',
  });
});

test('a number format of a million open brackets is none of a date', async () => {
  const formatCode = '['.repeat(MB);
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${formatCode}"/></numFmts>
    <cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`;
  const { transactions } = await read(sheetOf(HEADER, saleOf('P-1')), { parts: { 'xl/styles.xml': styles } });
  expect(transactions).toMatchObject([{ amountCents: 4_000, date: '2026-10-05' }]);
});
