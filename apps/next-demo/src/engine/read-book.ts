// A file from the visitor's disk as a book of transactions, and what to show of it.
import { ImportError, type ImportResult, type ImportSource, importTransactions } from '@medspasync/importing';
import { formatCents, type Transaction, type UploadSide } from '@medspasync/schemas';
import type { BookSummary } from './messages.ts';

export interface Book {
  transactions: Transaction[];
  summary: BookSummary;
}

/** More is no help on a screen; the count tells the rest. */
const SHOWN_SKIPPED_ROWS = 100;

/** @throws ImportError, in words for the visitor, when the file as a whole cannot be read. */
export async function readBook(side: UploadSide, file: File): Promise<Book> {
  const result = await importTransactions(sourceOf(file), { side });
  return { transactions: result.transactions, summary: summaryOf(file.name, result) };
}

function sourceOf(file: File): ImportSource {
  return { filename: file.name, stream: () => chunksOf(file) };
}

/** By hand, because not every browser can iterate over a stream. */
async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new ImportError(
      'upload.unreadable',
      `${file.name} changed or moved while it was read; choose it again.`,
    );
  } finally {
    reader.releaseLock();
  }
}

function summaryOf(filename: string, { mapping, skipped, transactions }: ImportResult): BookSummary {
  return {
    filename,
    layoutName: mapping.layoutName,
    isGuessed: mapping.layout === 'guessed',
    notices: mapping.notices,
    rowCount: transactions.length,
    dollars: formatCents(transactions.reduce((sum, { amountCents }) => sum + amountCents, 0)),
    skippedCount: skipped.length,
    skipped: skipped.slice(0, SHOWN_SKIPPED_ROWS),
  };
}
