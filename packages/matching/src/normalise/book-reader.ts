// One book read row by row into columns over ids of its own. Rows need not be kept, and two books can be read in two threads.
import type { Transaction } from '@medspasync/schemas';
import { JobColumns } from './job-columns.ts';
import type { ReadBook } from './read-book.ts';
import { type RowColumns, rowColumns } from './row-columns.ts';
import { sideOfRows } from './side-of-rows.ts';

const FIRST_ROWS = 64;

export class BookReader {
  private readonly columns: JobColumns;
  private read: RowColumns;
  private room: number;
  private rows = 0;

  /** `expected` rows, as far as is known. */
  constructor(expected = FIRST_ROWS) {
    this.columns = new JobColumns(expected);
    this.room = expected;
    this.read = rowColumns(expected);
  }

  /** Text is folded and cut to a bound; nothing in a row can make this throw. */
  add(row: Transaction): void {
    if (this.rows === this.room) this.grow();
    this.columns.readRow(row, this.read, this.rows++);
  }

  /** The rows so far. Ends the reading. */
  finish(): ReadBook {
    const { amounts, names, phones, emails, services, providers, locations, codes } = this.columns;
    return {
      side: sideOfRows(this.read, this.rows),
      amounts: amounts.toArray(),
      tokens: names.tokens.packed(),
      names: names.table(),
      phones: phones.toArray(),
      emails: emails.addresses.packed(),
      services: services.values.text,
      providers: providers.values.text,
      locations: locations.values.text,
      codes: codes.packed(),
    };
  }

  private grow(): void {
    this.room = Math.max(this.room * 2, FIRST_ROWS);
    const wider = rowColumns(this.room);
    for (const [name, column] of Object.entries(this.read)) wider[name as keyof RowColumns].set(column);
    this.read = wider;
  }
}

export function readBook(rows: readonly Transaction[]): ReadBook {
  const reader = new BookReader(rows.length);
  for (const row of rows) reader.add(row);
  return reader.finish();
}
