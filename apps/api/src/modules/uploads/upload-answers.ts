// What is said about an upload's rows. Of one that was just read, what is known of them is told; all else is read from the database
// while it is sent.
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
import type { ChangedFields, ExaminedFile } from './file-import.ts';
import { type RecognizedRow, repeatsCode } from './recognition/recognize.ts';
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

  /** Of a file whose rows were just written. */
  ofImported({ organizationId }: Caller, upload: StoredUpload, read: ReadFile): UploadInFull {
    return { ...inFull(upload, read), transactions: this.#transactionsOf(organizationId, upload.id) };
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

/** An examined file, and in what its changed rows differ. */
export interface ReadFile {
  examined: ExaminedFile;
  changed: ChangedFields;
}

export const previewOf = (upload: StoredUpload, read: ReadFile): UploadInFull => ({
  ...inFull(upload, read),
  transactions: read.examined.transactions.map(transactionToWire),
});

/** Keeps of what was read no more than it sends. */
const inFull = (
  upload: StoredUpload,
  { changed, examined: { recognized, rowNumbers, totalCents } }: ReadFile,
): Omit<UploadInFull, 'transactions'> => ({
  upload,
  recognized: countsOf(recognized),
  totalCents,
  rows: rowsOf(recognized, rowNumbers, changed),
});

async function* rowsOf(
  recognized: readonly RecognizedRow[],
  rowNumbers: readonly number[],
  changed: ChangedFields,
): AsyncGenerator<RecognizedRowWire[]> {
  let position = 0;
  for await (const slice of inSlices(recognized))
    yield slice.map((row) => {
      const changed_fields = changed.get(position) ?? [];
      const repeats_code = repeatsCode(row);
      return { row: rowNumbers[position++]!, recognition: row.is, changed_fields, repeats_code };
    });
}

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
