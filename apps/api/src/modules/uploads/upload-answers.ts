// What is said about an upload's rows: of a written one read from the database while it is sent, of a preview at once.
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type RecognitionCountsWire,
  type RecognizedRowWire,
  type TransactionWire,
  transactionToWire,
} from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import { pagesOf } from '../../platform/pages.ts';
import type { ExaminedFile } from './file-import.ts';
import type { RecognizedRow } from './recognition/recognize.ts';
import type { TransactionsRepository } from './transactions.repository.ts';
import type { StoredUpload, UploadInFull } from './upload.ts';
import type { UploadRowsRepository } from './upload-rows.repository.ts';

/** A millisecond of JSON. */
const SLICE_ROWS = 500;

export class UploadAnswers {
  constructor(
    private readonly transactions: TransactionsRepository,
    private readonly rows: UploadRowsRepository,
    private readonly withinOrganization: WithinOrganization,
  ) {}

  async ofWritten({ organizationId }: Caller, upload: StoredUpload): Promise<UploadInFull> {
    const totals = await this.withinOrganization(organizationId, () => this.rows.totals(upload.id));
    return {
      upload,
      ...totals,
      rows: this.#rowsOf(organizationId, upload.id),
      transactions: this.#transactionsOf(organizationId, upload.id),
    };
  }

  async *#transactionsOf(organizationId: string, uploadId: string): AsyncGenerator<TransactionWire[]> {
    const pages = this.#pages(organizationId, (after) => this.transactions.pageAfter(uploadId, after));
    for await (const slice of pages) yield slice.map(({ transaction }) => transactionToWire(transaction));
  }

  async *#rowsOf(organizationId: string, uploadId: string): AsyncGenerator<RecognizedRowWire[]> {
    const pages = this.#pages(organizationId, (after) => this.rows.pageAfter(uploadId, after));
    for await (const slice of pages) yield slice.map(({ wire }) => wire);
  }

  /** All of a list in its order, read in pages while it is taken a slice at a time. */
  async *#pages<T extends { position: number }>(
    organizationId: string,
    pageAfter: (position: number) => Promise<T[]>,
  ): AsyncGenerator<T[]> {
    const pages = pagesOf((position) => this.withinOrganization(organizationId, () => pageAfter(position)));
    for await (const page of pages) yield* inSlices(page);
  }
}

export const previewOf = (
  upload: StoredUpload,
  { recognized, totalCents, transactions }: ExaminedFile,
  rows: RecognizedRowWire[],
): UploadInFull => ({
  upload,
  recognized: countsOf(recognized),
  totalCents,
  rows: inSlices(rows),
  transactions: transactions.map(transactionToWire),
});

/** A long list is sent a slice at a time. */
async function* inSlices<T>(list: readonly T[]): AsyncGenerator<T[]> {
  for (let start = 0; start < list.length; start += SLICE_ROWS) {
    if (start > 0) await nextTurn();
    yield list.slice(start, start + SLICE_ROWS);
  }
}

export function countsOf(recognized: readonly RecognizedRow[]): RecognitionCountsWire {
  const counts = { new: 0, same: 0, changed: 0 };
  for (const { is } of recognized) counts[is] += 1;
  return counts;
}
