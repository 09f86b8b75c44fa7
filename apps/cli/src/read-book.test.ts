// Rows are read from where they stand in their file: what comes of them must be what comes of transactions.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importTransactions } from '@medspasync/importing';
import { fileSource } from '@medspasync/importing/node';
import { CSV_LAYOUTS, type CsvLayoutName, generateBooks, writeCsv } from '@medspasync/test-kit';
import { readBook } from './read-book.ts';
import { idReader } from './row-facts.ts';
import { bookOf } from './testing/book-of.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const books = generateBooks({
  seed: 12,
  rewards: 300,
  process: 'front-desk',
  difficulty: 'hard',
  columns: 'full',
});

test.each(
  Object.keys(CSV_LAYOUTS) as CsvLayoutName[],
)('a %s file gives the book its transactions give', async (layout) => {
  const path = join(folder, 'pos.csv');
  writeFileSync(path, writeCsv(books.pos, layout));
  const { transactions } = await importTransactions(fileSource(path), { side: 'pos' });
  const expected = bookOf(transactions);
  const read = await readBook(path, 'pos', new AbortController().signal, () => undefined);
  expect(read.columns.pack()).toEqual(expected.columns.pack());
  expect(read.rows).toEqual(expected.rows);
  expect(transactions.map((_, row) => idReader(read.rows)(row))).toEqual(
    transactions.map(({ transactionId }) => transactionId),
  );
});

test.each([
  ['-60.00', true],
  ['60.00', false],
])('a file of nothing but %s says whether none of its rows can be matched', async (amount, isTold) => {
  const path = join(folder, 'aspire-march.csv');
  writeFileSync(
    path,
    `customer_name,amount,date\nAnn Roe,${amount},2026-03-07\nBea Fry,${amount},2026-03-08\n`,
  );
  const { notices } = await readBook(path, 'reward', new AbortController().signal, () => undefined);
  expect(notices.some((said) => said.startsWith('every row is a refund'))).toBe(isTold);
});
