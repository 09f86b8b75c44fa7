// The uploads as a job sees them: two books of transactions. All of it happens inside the caller's open transaction.
import type { Transaction, UploadSide } from '@medspasync/schemas';
import type { StoredTransaction, TransactionsRepository } from './transactions.repository.ts';
import type { UnreadableRow } from './upload.ts';
import type { UploadsRepository } from './uploads.repository.ts';

const BATCH_ROWS = 1000;

export class Books {
  constructor(
    private readonly uploads: UploadsRepository,
    private readonly transactions: TransactionsRepository,
  ) {}

  /**
   * How many transactions the file has, which then stays as it is until the transaction ends; undefined when there is
   * no such file of this side.
   */
  async holdFile(uploadId: string, side: UploadSide): Promise<number | undefined> {
    const upload = await this.uploads.holdFile(uploadId, 'share');
    return upload?.side === side ? upload.transactionsCount : undefined;
  }

  /** Keeps the transactions of a request body as an upload of their own. @returns its id. */
  async keep(side: UploadSide, transactions: readonly Transaction[], createdBy: string): Promise<string> {
    const uploadId = await this.uploads.add('request', {
      side,
      filename: 'request',
      sizeBytes: 0,
      createdBy,
    });
    for (let start = 0; start < transactions.length; start += BATCH_ROWS) {
      const batch = transactions
        .slice(start, start + BATCH_ROWS)
        .map((transaction, index) => ({ position: start + index, rowNumber: null, transaction }));
      await this.transactions.addBatch(uploadId, batch);
    }
    await this.uploads.noteCount(uploadId, transactions.length);
    return uploadId;
  }

  /** The transactions after `position` in the order of the upload; none means the end. */
  pageAfter(uploadId: string, position: number): Promise<StoredTransaction[]> {
    return this.transactions.pageAfter(uploadId, position);
  }

  /** Of the file, in its order; none of a request body. */
  unreadableRows(uploadId: string): Promise<UnreadableRow[]> {
    return this.uploads.unreadableRows(uploadId);
  }

  /** The ids of transactions whose patient `text` names in full. */
  findByPatient(uploadIds: readonly string[], text: string): Promise<string[]> {
    return this.transactions.findByPatient(uploadIds, text);
  }

  findAll(ids: readonly string[]): Promise<Map<string, StoredTransaction>> {
    return this.transactions.findAll(ids);
  }
}
