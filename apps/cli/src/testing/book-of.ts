// A book as if read from a file, for tests.
import { BookReader } from '@medspasync/matching';
import type { Transaction } from '@medspasync/schemas';
import type { Book } from '../read-book.ts';
import { RowFactsWriter } from '../row-facts.ts';

export function bookOf(transactions: readonly Transaction[], more: Partial<Book> = {}): Book {
  const columns = new BookReader();
  const rows = new RowFactsWriter();
  for (const transaction of transactions) {
    columns.add(transaction);
    rows.add(transaction);
  }
  return {
    filename: 'book.csv',
    columns: columns.finish(),
    rows: rows.facts(),
    unreadable: [],
    layoutName: 'Plain',
    dateOrder: 'mdy',
    notices: [],
    ...more,
  };
}
