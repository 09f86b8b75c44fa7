// A whole file in memory: what an upload answers and the command line needs.
import type { SkippedRow, Transaction } from '@medspasync/schemas';
import type { ImportSource } from './source.ts';
import { type ImportOptions, type ImportSummary, streamTransactions } from './stream-transactions.ts';

export interface ImportResult extends ImportSummary {
  transactions: Transaction[];
  /** For each transaction, its row as a spreadsheet numbers it. */
  rows: number[];
  /** In file order. */
  skipped: SkippedRow[];
}

/**
 * Reads a file into transactions. Every one has a `transactionId`: the file's own, else `row:N`, N counting data rows
 * from 1 (rows that could not be read are counted too).
 * @throws ImportError when the file as a whole cannot be read.
 */
export async function importTransactions(
  source: ImportSource,
  options: ImportOptions,
): Promise<ImportResult> {
  const transactions: Transaction[] = [];
  const rows: number[] = [];
  const skipped: SkippedRow[] = [];
  const summary = await streamTransactions(source, options, {
    onTransaction(transaction, row) {
      transactions.push(transaction);
      rows.push(row);
    },
    onSkipped(row) {
      skipped.push(row);
    },
  });
  return { ...summary, transactions, rows, skipped };
}
