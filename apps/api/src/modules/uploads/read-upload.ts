// From a file on disk to rows of the transactions table, a batch at a time.
import { type ImportOptions, type ImportSource, streamTransactions } from '@medspasync/importing';
import { hasAmountColumn, type SkippedRow, toWire } from '@medspasync/schemas';
import { nothingReadable, refusingBadFiles } from './import-refusal.ts';
import type { NewTransaction, TransactionsRepository } from './transactions.repository.ts';
import type { UnreadableRow, UploadReading } from './upload.ts';

const BATCH_ROWS = 1000;

/**
 * Reads `source` into the transactions of an upload, inside the open transaction. A file without an amount column has
 * none, and no skipped rows either: it waits for a correction of its mapping.
 * @throws Refusal in the importer's words; the transaction then leaves nothing behind.
 */
export async function readUpload(
  uploadId: string,
  source: ImportSource,
  options: Omit<ImportOptions, 'isCorrectable'>,
  transactions: TransactionsRepository,
): Promise<UploadReading> {
  const skipped: SkippedRow[] = [];
  const unreadable: UnreadableRow[] = [];
  let batch: NewTransaction[] = [];
  let transactionsCount = 0;
  const flush = async (): Promise<void> => {
    const full = batch;
    batch = [];
    await transactions.addBatch(uploadId, full);
  };
  const { mapping } = await refusingBadFiles(() =>
    streamTransactions(
      source,
      { ...options, isCorrectable: true },
      {
        onTransaction(transaction, rowNumber) {
          batch.push({ position: transactionsCount, rowNumber, transaction });
          transactionsCount += 1;
          return batch.length === BATCH_ROWS ? flush() : undefined;
        },
        onSkipped(row, transactionId) {
          skipped.push(row);
          if (transactionId !== undefined)
            unreadable.push({ ...row, transactionId, before: transactionsCount });
        },
      },
    ),
  );
  if (transactionsCount === 0 && hasAmountColumn(mapping)) throw nothingReadable(source.filename, skipped);
  if (batch.length > 0) await flush();
  return { mapping: toWire(mapping), skipped, unreadable, transactionsCount };
}
