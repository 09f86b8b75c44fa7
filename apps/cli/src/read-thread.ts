// Runs in a thread of its own: reads one file and hands its book over.
import { parentPort, workerData } from 'node:worker_threads';
import type { PackedBook } from '@medspasync/matching';
import { Failure } from './failure.ts';
import { type Book, readBook } from './read-book.ts';
import type { FromReader, ReadSettings } from './read-messages.ts';

const { path, side } = workerData as ReadSettings;
const port = parentPort!;
const tell = (message: FromReader, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

/** Its owner ends the thread to interrupt it. */
const never = new AbortController().signal;

readBook(path, side, never, (share) => tell({ kind: 'progress', share })).then(
  (read) => {
    const book = { ...read, columns: read.columns.pack() };
    tell({ kind: 'book', book }, columnsIn(book));
  },
  (error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    tell({ kind: 'failure', exitCode: error.exitCode, message: error.message });
  },
);

/** What is handed over instead of copied. */
function columnsIn({ columns }: Book<PackedBook>): ArrayBuffer[] {
  const { side, names, tokens, emails, codes, ...others } = columns;
  const parts = [side, names, tokens, emails, codes, others].flatMap(Object.values);
  return parts.filter(ArrayBuffer.isView).map(({ buffer }) => buffer as ArrayBuffer);
}
