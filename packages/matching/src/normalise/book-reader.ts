// One book read row by row into columns: rows need not be kept, and two books can be read in two threads.
import type { Transaction, TransactionCells } from '@medspasync/schemas';
import { JobColumns } from './job-columns.ts';
import { ReadBook } from './read-book.ts';
import { type RowColumns, rowColumns } from './row-columns.ts';
import { sideOfRows } from './side-of-rows.ts';
import { ROWS_AT_ONCE, TextBatch } from './text-batch.ts';

const FIRST_ROWS = 64;

export class BookReader {
  private readonly columns: JobColumns;
  private read: RowColumns;
  private room: number;
  private rows = 0;
  private waiting: Transaction[] = [];
  private texts: TextBatch | undefined;

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

  /** The same of a row whose texts stand in its file. */
  addCells(row: TransactionCells): void {
    if (this.waiting.length > 0) this.readWaiting();
    this.texts ??= new TextBatch();
    if (!this.texts.takes(row)) this.readTexts(this.texts);
    const at = this.rows + this.texts.count;
    if (at === this.room) this.grow(at + 1);
    this.columns.readCells(row, this.read, at);
    this.texts.add(row);
  }

  /** The rows so far. Ends the reading. */
  finish(): ReadBook {
    this.readWaiting();
    return new ReadBook({
      side: sideOfRows(this.read, this.rows, this.columns),
      columns: this.columns,
    });
  }

  private readTexts(texts: TextBatch): void {
    this.columns.readTexts(texts, this.read, this.rows);
    this.rows += texts.count;
    texts.count = 0;
  }

  private readWaiting(): void {
    if (this.texts) this.readTexts(this.texts);
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
