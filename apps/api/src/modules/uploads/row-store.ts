// Writes recognized rows: new ones and new versions are stored, ones that are there already are only named.
import { isRowName } from '@medspasync/importing';
import type { Transaction, TransactionField, UploadKind } from '@medspasync/schemas';
import { gatherFirstStatistics, gatherStatistics } from '../../platform/database/statistics.ts';
import { timeOrderedId } from '../../platform/ids.ts';
import type { HeldRowsRepository } from './recognition/held-rows.repository.ts';
import { repeatsCode } from './recognition/recognize.ts';
import type { KnownRow } from './recognition/recognizer.ts';
import { openWordsOf } from './transaction-columns.ts';
import type { NewTransaction, SealedBatch, TransactionsRepository } from './transactions.repository.ts';
import type { UploadRow, UploadRowsRepository } from './upload-rows.repository.ts';

export interface RowToWrite extends KnownRow {
  position: number;
  rowNumber: number | null;
}

/** A batch of rows as the database takes them. */
export interface ReadyRows {
  superseding: { heldId: string; id: string }[];
  /** None when all of them are stored already. */
  transactions: SealedBatch | undefined;
  links: UploadRow[];
  /** What each of them says in the open. */
  words: string[];
}

export interface RowStoreNeeds {
  held: HeldRowsRepository;
  transactions: TransactionsRepository;
  rows: UploadRowsRepository;
}

export class RowStore {
  constructor(private readonly needs: RowStoreNeeds) {}

  /**
   * Makes a batch ready to be written. The side is held, and the rows were recognized since.
   * @param changes of each row, as the recognizer tells them.
   */
  async prepare(
    batch: readonly RowToWrite[],
    changes: readonly (readonly TransactionField[])[],
  ): Promise<ReadyRows> {
    const { transactions } = this.needs;
    const versions = batch.map((row, index) => versionOf(row, changes[index]!));
    const stored = versions.filter((_, index) => batch[index]!.recognized.is !== 'same');
    return {
      superseding: batch.flatMap(({ recognized }, index) =>
        recognized.is === 'changed' ? [{ heldId: recognized.held.id, id: versions[index]!.id }] : [],
      ),
      transactions: stored.length === 0 ? undefined : await transactions.seal(stored),
      links: batch.map(({ position, recognized, rowNumber, transaction }, index) => ({
        position,
        rowNumber,
        rowName: rowNameOf(transaction),
        transactionId: versions[index]!.id,
        recognition: recognized.is,
        repeatsCode: repeatsCode(recognized),
      })),
      words: batch.map(({ transaction }) => openWordsOf(transaction)),
    };
  }

  async write(
    uploadId: string,
    side: UploadKind,
    { links, superseding, transactions, words }: ReadyRows,
  ): Promise<void> {
    const { held, rows, transactions: table } = this.needs;
    await held.supersede(superseding);
    if (transactions) await table.addBatch(uploadId, side, transactions);
    // Each row is held against its transaction. In a new table that is planned before anything is known of it, and may
    // compare each row with all.
    if (transactions && links[0]?.position === 0) await gatherFirstStatistics('transactions', links.length);
    await rows.addBatch(uploadId, links, words);
  }

  /** Ends the writing of as many rows. What is asked about them from now on is planned by how many they are. */
  async end(rows: number): Promise<void> {
    await gatherStatistics('transactions', rows);
    await gatherStatistics('upload_rows', rows);
  }

  /** What the upload brought is gone, as if it never had been sent. */
  async removeAll(uploadId: string): Promise<void> {
    await this.needs.rows.removeAll(uploadId);
    await this.needs.transactions.removeAll(uploadId);
  }
}

const rowNameOf = ({ transactionId }: Transaction): string | null =>
  transactionId !== undefined && isRowName(transactionId) ? transactionId : null;

function versionOf(
  { digest, recognized, transaction }: RowToWrite,
  changedFields: readonly TransactionField[],
): NewTransaction {
  if (recognized.is === 'new') {
    const id = timeOrderedId();
    const { ordinal } = recognized;
    return { id, transaction, digest, ordinal, lineageId: id, version: 1, changedFields };
  }
  const { id, lineageId, ordinal, version } = recognized.held;
  const isSame = recognized.is === 'same';
  return {
    id: isSame ? id : timeOrderedId(),
    transaction,
    digest,
    ordinal,
    lineageId,
    version: isSame ? version : version + 1,
    changedFields,
  };
}
