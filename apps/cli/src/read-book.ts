// One input file in memory, with the rows that could not be read kept in their places.
import { stat } from 'node:fs/promises';
import { describeSkipped } from '@medspasync/exporting';
import { ImportError, type ImportSource, streamTransactions } from '@medspasync/importing';
import { fileSource } from '@medspasync/importing/node';
import type { SkippedRow, Transaction, UploadSide } from '@medspasync/schemas';
import { inputFailure } from './failure.ts';

export interface UnreadableRow {
  /** How many readable transactions precede it. */
  before: number;
  transactionId: string;
  skipped: SkippedRow;
}

export interface Book {
  filename: string;
  transactions: Transaction[];
  /** Data rows that could not be read, in file order. */
  unreadable: UnreadableRow[];
  /** As the importer names it: `Square · Transactions`. */
  layoutName: string;
  isOrderAmbiguous: boolean;
}

/** More than any spa has in a decade; the bound keeps a wrong file from filling the memory. */
const MAX_ROWS = 5_000_000;

/**
 * Reads `path`; `onProgress` hears the share of bytes read.
 * @throws Failure with exit code 3, also when not one row can be read.
 */
export async function readBook(
  path: string,
  side: UploadSide,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Book> {
  try {
    const source = await watchedSource(path, onProgress);
    const transactions: Transaction[] = [];
    const unreadable: UnreadableRow[] = [];
    const { mapping } = await streamTransactions(
      source,
      { side, signal, limits: { rows: MAX_ROWS } },
      {
        onTransaction(transaction) {
          transactions.push(transaction);
        },
        onSkipped(skipped, transactionId) {
          if (transactionId === undefined) return;
          unreadable.push({ before: transactions.length, transactionId, skipped });
        },
      },
    );
    if (transactions.length === 0) throw nothingReadable(source.filename, unreadable);
    const isOrderAmbiguous = mapping.dateOrder === 'ambiguous';
    return {
      filename: source.filename,
      transactions,
      unreadable,
      layoutName: mapping.layoutName,
      isOrderAmbiguous,
    };
  } catch (error) {
    throw inputFailure(path, error);
  }
}

function nothingReadable(filename: string, unreadable: readonly UnreadableRow[]): ImportError {
  const lines = [
    `${filename}: not one row can be read, ${countOf(unreadable.length, 'bad row')}:`,
    ...namedRows(filename, unreadable),
  ];
  return new ImportError('upload.unreadable', lines.join('\n'), unreadable[0]!.skipped);
}

/** Unreadable rows named one by one, where the matches file has them all. */
const ROWS_NAMED = 10;

/** A line for each of the first unreadable rows, and one that counts the others. */
export function namedRows(filename: string, unreadable: readonly UnreadableRow[]): string[] {
  const named = unreadable
    .slice(0, ROWS_NAMED)
    .map(({ skipped }) => `${filename}, ${describeSkipped(skipped)}`);
  const more = unreadable.length - named.length;
  if (more > 0) named.push(`${filename}: ${countOf(more, 'more row')} could not be read`);
  return named;
}

const countOf = (count: number, what: string): string =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;

async function watchedSource(path: string, onProgress: (share: number) => void): Promise<ImportSource> {
  const source = fileSource(path);
  const { size } = await stat(path);
  return {
    ...source,
    async *stream() {
      let read = 0;
      for await (const chunk of source.stream()) {
        read += chunk.length;
        onProgress(read / size);
        yield chunk;
      }
    },
  };
}
