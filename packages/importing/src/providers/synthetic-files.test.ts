// Files another author wrote in the layouts of the trade: nothing of them may be lost on the way in.
import { CSV_LAYOUTS, type CsvLayoutName, generateBooks, writeCsv } from '@medspasync/test-kit';
import { importTransactions } from '../import-transactions.ts';
import { memorySource } from '../testing/memory-source.ts';

const books = generateBooks({ seed: 11, rewards: 200, process: 'front-desk', columns: 'full' });
const day = (date: string | undefined) => date?.slice(0, 10);

test.each(
  Object.keys(CSV_LAYOUTS) as CsvLayoutName[],
)('a %s file is recognized, and every row keeps its amount and its day', async (layout) => {
  const { mapping, transactions, skipped } = await importTransactions(
    memorySource(writeCsv(books.pos, layout)),
    {
      side: 'pos',
    },
  );
  expect(mapping.layout).not.toBe('guessed');
  expect(skipped).toEqual([]);
  const sums = (rows: typeof books.pos) => rows.map(({ amountCents, date }) => [amountCents, day(date)]);
  expect(sums(transactions)).toEqual(sums(books.pos));
});

test('titles, a byte order mark, semicolons and a total around a table change nothing in it', async () => {
  const text = writeCsv(books.rewards, 'plain', {
    bom: true,
    titleRows: [['Redemptions'], [], ['01/01/2024 - 02/29/2024']],
    delimiter: ';',
    totalRow: true,
  });
  const { transactions, skipped } = await importTransactions(memorySource(text), { side: 'reward' });
  expect(transactions.map(({ transactionId }) => transactionId)).toEqual(
    books.rewards.map(({ transactionId }) => transactionId),
  );
  expect(skipped.map(({ reason }) => reason)).toEqual(['is a total, not a transaction']);
});
