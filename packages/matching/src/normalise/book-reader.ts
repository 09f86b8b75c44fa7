// One book read row by row into columns: rows need not be kept, and two books can be read in two threads.
import type { Transaction } from '@medspasync/schemas';
import { JobColumns } from './job-columns.ts';
import { ReadBook } from './read-book.ts';
import { type RowColumns, rowColumns } from './row-columns.ts';
import { sideOfRows } from './side-of-rows.ts';

const FIRST_ROWS = 64;

export class BookReader {
  private readonly columns: JobColumns;
  private read: RowColumns;
  private room: number;
  private rows = 0;

  /** `expected` rows, as far as is known; over the ids of the job's other book, where that was read in this thread, or its own. */
  constructor(expected = FIRST_ROWS, columns = new JobColumns(expected)) {
    this.columns = columns;
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
    return new ReadBook({ side: sideOfRows(this.read, this.rows), columns: this.columns });
  }

  private grow(): void {
    this.room = Math.max(this.room * 2, FIRST_ROWS);
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
