import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { importTransactions } from '../../import-transactions.ts';
import { fileSource } from '../file-source.ts';
import { zipOf } from '../testing/zip-of.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'importing-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Cells = excel.CellValue[];

const workbookOf = (rows: Cells[], name = 'book.xlsx'): Promise<string> =>
  workbookOfSheets({ Cover: [], Data: rows }, name);

async function workbookOfSheets(sheets: Record<string, Cells[]>, name = 'book.xlsx'): Promise<string> {
  const workbook = new excel.Workbook();
  for (const [title, rows] of Object.entries(sheets)) workbook.addWorksheet(title).addRows(rows);
  const path = join(folder, name);
  await workbook.xlsx.writeFile(path);
  return path;
}

const HEADER: Cells = ['Transaction ID', 'Customer Name', 'Phone', 'Amount', 'Date'];

test('a workbook is read from its filled sheet: titles, numbers, real dates, formulas, styled text', async () => {
  const path = await workbookOf([
    ['Redemptions of October'],
    [],
    HEADER,
    [1001, 'Sarah Johnson', 5551234567, 40, new Date('2026-10-05T14:30:00Z')],
    [
      'R-2',
      { richText: [{ text: 'Emily ' }, { text: 'Davis' }] },
      '555-987-6543',
      { formula: '20+20', result: 40 },
      new Date('2026-10-06'),
    ],
    ['R-3', 'Ana Lee', null, 19.989999999999998, 46300],
    ['R-4', 'Bo Lee', null, 'forty', '10/08/2026'],
  ]);
  const { mapping, transactions, rows, skipped } = await importTransactions(fileSource(path), {
    side: 'reward',
  });
  expect(mapping).toMatchObject({ encoding: 'xlsx', delimiter: null, headerRow: 3 });
  expect(transactions).toMatchObject([
    { transactionId: '1001', customerPhone: '5551234567', amountCents: 4000, date: '2026-10-05T14:30:00' },
    { transactionId: 'R-2', customerName: 'Emily Davis', amountCents: 4000, date: '2026-10-06' },
    { transactionId: 'R-3', amountCents: 1999, date: '2026-10-05' },
  ]);
  expect(rows).toEqual([4, 5, 6]);
  expect(skipped).toEqual([{ row: 7, column: 'Amount', reason: 'is not a sum of money' }]);
});

describe('of several filled sheets', () => {
  const cover: Cells[] = [['Redemptions of October'], ['Patient', 'all'], ['Amount', 'in dollars']];
  const rows: Cells[] = [HEADER, ['R-1', 'Ana Lee', '', 40, '2026-10-15']];
  const read = async (sheets: Record<string, Cells[]>) =>
    importTransactions(fileSource(await workbookOfSheets(sheets)), { side: 'reward' });

  test('the one with the table is read, and the choice is said', async () => {
    const { mapping, transactions } = await read({ Cover: cover, Notes: [['none']], October: rows });
    expect(transactions).toMatchObject([{ transactionId: 'R-1', amountCents: 4_000 }]);
    expect(mapping.notices).toEqual(['sheet “October” was read, the other 2 of the workbook not']);
  });

  test('that are alike the first is read', async () => {
    const { mapping } = await read({ October: rows, November: rows });
    expect(mapping.notices).toEqual(['sheet “October” was read, the other one of the workbook not']);
  });

  test('an error names the sheet', async () => {
    await expect(
      read({
        Cover: cover,
        October: [
          ['Patient Name', 'Visit Date'],
          ['Ana', 'x'],
        ],
      }),
    ).rejects.toThrow('book.xlsx, sheet “October”, row 1: no column holds the reward amounts');
  });
});

test('a formula that failed is called an error, and is no name', async () => {
  const failed = (error: '#DIV/0!' | '#N/A'): excel.CellValue => ({
    formula: '1/0',
    result: { error } as never,
  });
  const path = await workbookOf([
    HEADER,
    ['R-1', failed('#N/A'), '', 40, ''],
    ['R-2', 'Bo', '', failed('#DIV/0!'), ''],
  ]);
  const { skipped, transactions } = await importTransactions(fileSource(path), { side: 'reward' });
  expect(transactions).toMatchObject([{ transactionId: 'R-1' }]);
  expect(transactions[0]!.customerName).toBeUndefined();
  expect(skipped).toMatchObject([{ row: 3, column: 'Amount', reason: expect.stringContaining('#DIV/0!') }]);
});

test('a row of a sheet with too many columns is skipped, the rows around it are kept', async () => {
  const wide: Cells = Array.from({ length: 300 }, (_, n) => n);
  const path = await workbookOf([
    HEADER,
    ['R-1', 'A', '', 1, '2026-10-05'],
    wide,
    ['R-3', 'C', '', 2, '2026-10-06'],
  ]);
  const { transactions, skipped } = await importTransactions(fileSource(path), { side: 'pos' });
  expect(transactions.map(({ transactionId }) => transactionId)).toEqual(['R-1', 'R-3']);
  expect(skipped).toEqual([{ row: 3, reason: 'more than the 256 columns allowed' }]);
  await expect(
    importTransactions(fileSource(await workbookOf([HEADER, wide])), { side: 'pos' }),
  ).rejects.toMatchObject({ code: 'upload.too_wide', row: 2 });
});

test('a workbook under the name .csv is refused: its name says something else than its bytes', async () => {
  const path = await workbookOf([HEADER, ['R-1', 'A', '', 1, '2026-10-05']], 'book.csv');
  await expect(importTransactions(fileSource(path), { side: 'pos' })).rejects.toMatchObject({
    code: 'upload.not_tabular',
  });
});

test('a workbook that was cut off in transfer is refused in words', async () => {
  const path = await workbookOf([HEADER, ['R-1', 'A', '', 1, '2026-10-05']]);
  truncateSync(path, 3_000);
  await expect(importTransactions(fileSource(path), { side: 'pos' })).rejects.toMatchObject({
    code: 'upload.unreadable',
    message: expect.stringContaining('book.xlsx'),
  });
});

test('a ZIP that would unpack to a thousand times its size is refused before it is unpacked', async () => {
  const path = join(folder, 'bomb.xlsx');
  writeFileSync(path, zipOf({ 'xl/workbook.xml': Buffer.alloc(64 * 1_048_576) }));
  await expect(importTransactions(fileSource(path), { side: 'pos' })).rejects.toMatchObject({
    code: 'upload.too_large',
  });
});

test('a ZIP that lies about its size is refused once it has unpacked what it claimed', async () => {
  const path = join(folder, 'liar.xlsx');
  writeFileSync(path, zipOf({ 'xl/_rels/workbook.xml.rels': Buffer.alloc(64 * 1_048_576, ' ') }, 1_000));
  await expect(importTransactions(fileSource(path), { side: 'pos' })).rejects.toMatchObject({
    code: 'upload.too_large',
  });
});

test('other writers’ workbooks are read: prefixed tags, inline texts, no cell references, days from 1904', async () => {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const cells = (...texts: string[]) =>
    texts.map((text) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`).join('');
  const parts = {
    'xl/worksheets/first.xml': `<x:worksheet><x:sheetData>
      <x:row>${cells('Customer Name', 'Amount', 'Date')}</x:row>
      <x:row>${cells('Ana &amp; Co')}<x:c><x:v>40.5</x:v></x:c><x:c s="1"><x:v>44838.5</x:v></x:c></x:row>
      </x:sheetData></x:worksheet>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/workbook.xml': `<workbook xmlns:q="${relation}"><workbookPr date1904="1"/>
      <sheets><sheet name="S" q:id="rId9"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId9" Target="/xl/worksheets/first.xml"/></Relationships>',
  };
  const path = join(folder, 'other.xlsx');
  writeFileSync(path, zipOf(parts));
  const { transactions } = await importTransactions(fileSource(path), { side: 'pos' });
  expect(transactions).toMatchObject([
    { customerName: 'Ana & Co', amountCents: 4050, date: '2026-10-05T12:00:00' },
  ]);
});

test('long workbooks come in batches, wide ones are refused', async () => {
  const long = Array.from({ length: 2_500 }, (_, n): Cells => [`R-${n}`, 'A', '', 1, '2026-10-15']);
  const path = await workbookOf([HEADER, ...long]);
  expect((await importTransactions(fileSource(path), { side: 'pos' })).transactions).toHaveLength(2_500);
  const wide = await workbookOf([Array.from({ length: 300 }, (_, n) => `Column ${n}`)], 'wide.xlsx');
  await expect(importTransactions(fileSource(wide), { side: 'pos' })).rejects.toMatchObject({
    code: 'upload.too_wide',
  });
});
