// The uploads as a job sees them: two books of transactions. All of it happens inside the caller's open transaction.
import type { Transaction, UploadSide } from '@medspasync/schemas';
import { mapInSlices } from '../../platform/slices.ts';
import type { HeldRowsRepository } from './recognition/held-rows.repository.ts';
import type { Recognizer } from './recognition/recognizer.ts';
import type { VersionInUpload, VersionsRepository } from './recognition/versions.repository.ts';
import type { RowStore } from './row-store.ts';
import type {
  PlacedTransaction,
  StoredTransaction,
  TransactionsRepository,
} from './transactions.repository.ts';
import type { UnreadableRow } from './upload.ts';
import type { UploadRowsRepository } from './upload-rows.repository.ts';
import type { UploadsRepository } from './uploads.repository.ts';

const BATCH_ROWS = 1000;

export interface BooksNeeds {
  uploads: UploadsRepository;
  transactions: TransactionsRepository;
  held: HeldRowsRepository;
  recognizer: Recognizer;
  store: RowStore;
  rows: UploadRowsRepository;
  versions: VersionsRepository;
}

export class Books {
  constructor(private readonly needs: BooksNeeds) {}

  /**
   * How many transactions the file has, which then stays as it is until the transaction ends; undefined when there is
   * no such file of this side.
   */
  async holdFile(
    uploadId: string,
    side: UploadSide,
  ): Promise<{ count: number; isPreview: boolean } | undefined> {
    const upload = await this.needs.uploads.holdFile(uploadId, 'share');
    if (upload?.side !== side) return undefined;
    return { count: upload.transactionsCount, isPreview: upload.confirmedAt === null };
  }

  /** Keeps the transactions of a request body as an upload of their own. @returns its id. */
  async keep(side: UploadSide, transactions: readonly Transaction[], createdBy: string): Promise<string> {
    const { held, recognizer, store, uploads } = this.needs;
    const uploadId = await uploads.add('request', { side, filename: 'request', sizeBytes: 0, createdBy });
    await held.holdSide(side);
    const ofSide = await recognizer.digests(side);
    const digests = await mapInSlices(transactions, (transaction) => ofSide.of(transaction));
    const recognized = await recognizer.recognize(side, digests);
    const rows = transactions.map((transaction, position) => ({
      transaction,
      digest: digests[position]!,
      recognized: recognized[position]!,
      position,
      rowNumber: null,
    }));
    for (let start = 0; start < rows.length; start += BATCH_ROWS) {
      const batch = rows.slice(start, start + BATCH_ROWS);
      await store.write(uploadId, side, await store.prepare(batch, await recognizer.changes(batch)));
    }
    await store.end(rows.length);
    await uploads.noteCount(uploadId, transactions.length);
    return uploadId;
  }

  /** Of a request body, the places of new transactions whose patient has brought their code before; none of a file. */
  repeatedCodes(uploadId: string): Promise<number[]> {
    return this.needs.rows.repeatedInRequest(uploadId);
  }

  /** The transactions after `position` in the order of the upload; none means the end. */
  pageAfter(uploadId: string, position: number): Promise<PlacedTransaction[]> {
    return this.needs.transactions.pageAfter(uploadId, position);
  }

  /** Of the file, in its order; none of a request body. */
  unreadableRows(uploadId: string): Promise<UnreadableRow[]> {
    return this.needs.uploads.unreadableRows(uploadId);
  }

  /** The ids of transactions whose patient `text` names in full, or that say part of it in what is not sealed. */
  async find(uploadIds: readonly string[], text: string): Promise<string[]> {
    const named = await this.needs.transactions.findByPatient(uploadIds, text);
    return [...new Set([...named, ...(await this.needs.rows.findSaying(uploadIds, text))])];
  }

  /** By each of `ids`, the version these uploads have of it; absent when they have none. */
  versionsIn(uploadIds: readonly string[], ids: readonly string[]): Promise<Map<string, VersionInUpload>> {
    return this.needs.versions.findIn(uploadIds, ids);
  }

  findAll(ids: readonly string[]): Promise<Map<string, StoredTransaction>> {
    return this.needs.transactions.findAll(ids);
  }

  /** The same at their places in these uploads; none that is not in one of them. */
  findIn(uploadIds: readonly string[], ids: readonly string[]): Promise<Map<string, PlacedTransaction>> {
    return this.needs.transactions.findIn(uploadIds, ids);
  }
}
