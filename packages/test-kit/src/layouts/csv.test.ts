import type { Transaction } from '@medspasync/schemas';
import { CSV_LAYOUTS, type CsvLayoutName, csvLines, writeCsv } from './csv.ts';

const ROW: Transaction = {
  transactionId: 'P1',
  customerName: 'Sarah "Sally" Johnson',
  customerPhone: '(555) 123-4567',
  service: 'Botox, 40u',
  amountCents: 125_000,
  date: '2024-01-05T15:45',
  location: 'Downtown',
  invoiceId: 'INV-1',
  type: 'sale',
};
const LAYOUTS = Object.keys(CSV_LAYOUTS) as CsvLayoutName[];

it.each(LAYOUTS)('%s has a cell for every header cell, in every row', (name) => {
  const { header, cells } = CSV_LAYOUTS[name];
  expect(cells(ROW)).toHaveLength(header.length);
  expect(cells({ amountCents: 100 })).toHaveLength(header.length);
});

it.each(LAYOUTS)('%s tells how much and when', (name) => {
  const cells = CSV_LAYOUTS[name].cells(ROW).join('|');
  expect(cells).toMatch(/1,?250\.00/);
  expect(cells).toMatch(/2024/);
});

it.each(LAYOUTS.filter((name) => name !== 'remittance'))('%s tells who', (name) => {
  expect(CSV_LAYOUTS[name].cells(ROW).join('|')).toContain('Johnson');
});

it('quotes commas and quotation marks as RFC 4180 has it', () => {
  expect(writeCsv([ROW], 'plain')).toContain('"Sarah ""Sally"" Johnson"');
  expect(writeCsv([ROW], 'plain')).toContain('"Botox, 40u"');
  expect(writeCsv([ROW], 'plain', { delimiter: ';' })).toContain(';Botox, 40u;');
});

it('writes a mark, title rows and a total when asked to', () => {
  const file = writeCsv([ROW, ROW], 'mindbody-sales', {
    bom: true,
    titleRows: [['Sales', '01/01/2024 - 01/31/2024']],
    totalRow: true,
  });
  const lines = file.split('\r\n');
  expect(lines[0]).toBe('\ufeffSales,01/01/2024 - 01/31/2024');
  expect(lines[1]).toMatch(/^Sale Date,/);
  expect(lines[4]).toMatch(/^Total,.*\$2500\.00$/);
});

it('writes refunds as negative amounts', () => {
  expect(writeCsv([{ ...ROW, type: 'refund' }], 'square-transactions')).toContain('"-$1,250.00"');
});

it('writes a line at a time', () => {
  const endless = (function* () {
    while (true) yield ROW;
  })();
  const lines = csvLines(endless, 'plain');
  lines.next();
  expect(lines.next().value).toContain('Johnson');
});
