// One book read row by row into columns: rows need not be kept, and two books can be read in two threads.
import type { Transaction } from '@medspasync/schemas';
import { JobColumns } from './job-columns.ts';
import { ReadBook } from './read-book.ts';
import { type RowColumns, rowColumns } from './row-columns.ts';
import { sideOfRows } from './side-of-rows.ts';

const FIRST_ROWS = 64;
/** Rows read in one go: a column's tables are fetched into the cache once for them all. */
const ROWS_AT_ONCE = 4096;

export class BookReader {
  private readonly columns: JobColumns;
  private read: RowColumns;
  private room: number;
  private rows = 0;
  private waiting: Transaction[] = [];

  /** `expected` rows, as far as is known; over the ids of the job's other book, where that was read in this thread, or its own. */
  constructor(expected = FIRST_ROWS, columns = new JobColumns(expected)) {
    this.columns = columns;
    this.room = expected;
    this.read = rowColumns(expected);
  }

  /** Text is folded and cut to a bound; nothing in a row can make this throw. */
  add(row: Transaction): void {
    if (this.waiting.push(row) === ROWS_AT_ONCE) this.readWaiting();
  }

  /** The rows so far. Ends the reading. */
  finish(): ReadBook {
    this.readWaiting();
    return new ReadBook({
      side: sideOfRows(this.read, this.rows, this.columns.names),
      columns: this.columns,
    });
  }

  private readWaiting(): void {
    const rows = this.rows + this.waiting.length;
    if (rows > this.room) this.grow(rows);
    this.columns.readRows(this.waiting, this.read, this.rows);
    this.rows = rows;
    this.waiting = [];
  }

  private grow(rows: number): void {
    this.room = Math.max(this.room * 2, rows, FIRST_ROWS);
    const wider = rowColumns(this.room);
    for (const [name, column] of Object.entries(this.read)) wider[name as keyof RowColumns].set(column);
    this.read = wider;
  }
}

export function readBook(rows: readonly Transaction[], columns: JobColumns): ReadBook {
  const reader = new BookReader(rows.length, columns);
  for (const row of rows) reader.add(row);
  return reader.finish();
}
