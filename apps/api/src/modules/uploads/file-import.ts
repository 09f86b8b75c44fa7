// From a file on disk to rows of an upload. It is read twice: which of several equal rows one is, only the whole file
// tells, and then the rows go by a batch at a time.
import { type ImportOptions, type ImportSource, streamTransactions } from '@medspasync/importing';
import {
  hasAmountColumn,
  PREVIEW_TRANSACTIONS,
  type Program,
  type SkippedRow,
  type Transaction,
  type TransactionField,
  toWire,
} from '@medspasync/schemas';
import { oneAhead } from '../../platform/one-ahead.ts';
import { Turns } from '../../platform/slices.ts';
import { nothingReadable, refusingBadFiles } from './import-refusal.ts';
import type { RecognizedRow } from './recognition/recognize.ts';
import type { Recognizer } from './recognition/recognizer.ts';
import type { RowDigest } from './recognition/row-digests.ts';
import type { RowStore, RowToWrite } from './row-store.ts';
import type { UnreadableRow, UploadReading } from './upload.ts';

const BATCH_ROWS = 500;

export interface FileOptions extends Omit<ImportOptions, 'isCorrectable'> {
  /** Of rows that name none. */
  program?: Program;
}

/** By their positions, the fields in which changed rows differ from their older versions. */
export type ChangedFields = ReadonlyMap<number, TransactionField[]>;

/** What a first reading found out; rows are in the order of the file. */
export interface ExaminedFile {
  reading: UploadReading;
  digests: RowDigest[];
  rowNumbers: number[];
  recognized: RecognizedRow[];
  totalCents: number;
  /** The first ones. */
  transactions: Transaction[];
}

export class FileImport {
  constructor(
    private readonly recognizer: Recognizer,
    private readonly store: RowStore,
  ) {}

  /**
   * Reads and recognizes, and writes nothing. A file without an amount column has no rows, and no skipped ones either: it
   * waits for a correction of its mapping.
   * @throws Refusal in the importer's words.
   */
  async examine(source: ImportSource, options: FileOptions): Promise<ExaminedFile> {
    const digestsOfSide = await this.recognizer.digests(options.side);
    const skipped: SkippedRow[] = [];
    const unreadable: UnreadableRow[] = [];
    const digests: RowDigest[] = [];
    const rowNumbers: number[] = [];
    const transactions: Transaction[] = [];
    const turns = new Turns();
    let totalCents = 0;
    const { mapping } = await refusingBadFiles(() =>
      streamTransactions(
        source,
        { ...options, isCorrectable: true },
        {
          onTransaction(transaction, rowNumber) {
            if (options.program) transaction.program ??= options.program;
            if (transactions.length < PREVIEW_TRANSACTIONS) transactions.push(transaction);
            digests.push(digestsOfSide.of(transaction));
            rowNumbers.push(rowNumber);
            totalCents += transaction.amountCents;
            return turns.due();
          },
          onSkipped(row, transactionId) {
            skipped.push(row);
            if (transactionId !== undefined)
              unreadable.push({ ...row, transactionId, before: digests.length });
          },
        },
      ),
    );
    const transactionsCount = digests.length;
    if (transactionsCount === 0 && hasAmountColumn(mapping)) throw nothingReadable(source.filename, skipped);
    const recognized = await this.recognizer.recognize(options.side, digests);
    const reading = { mapping: toWire(mapping), skipped, unreadable, transactionsCount };
    return { reading, digests, rowNumbers, recognized, totalCents, transactions };
  }

  /** Writes what was examined, inside the same open transaction. @param onBatch is told of the rows in their order. */
  async write(
    uploadId: string,
    source: ImportSource,
    options: FileOptions,
    examined: ExaminedFile,
    onBatch: (batch: readonly RowToWrite[]) => Promise<void>,
  ): Promise<ChangedFields> {
    const changed = new Map<number, TransactionField[]>();
    if (examined.digests.length === 0) return changed;
    await oneAhead((writing) =>
      this.#inBatches(source, options, examined, async (batch) => {
        // What older versions say is read from the database, which takes one statement of ours at a time.
        if (batch.some(({ recognized }) => recognized.is === 'changed')) await writing.settled();
        const changes = await this.#changes(batch, changed);
        const ready = await this.store.prepare(batch, changes);
        await writing.start(() => this.store.write(uploadId, options.side, ready));
        await onBatch(batch);
      }),
    );
    await this.store.end(examined.digests.length);
    return changed;
  }

  /** The same of what is not written. */
  async changes(source: ImportSource, options: FileOptions, examined: ExaminedFile): Promise<ChangedFields> {
    const changed = new Map<number, TransactionField[]>();
    if (examined.recognized.some(({ is }) => is === 'changed'))
      await this.#inBatches(source, options, examined, async (batch) => {
        await this.#changes(batch, changed);
      });
    return changed;
  }

  /** For each row of the batch; those of changed ones are noted in `changed`. */
  async #changes(
    batch: readonly RowToWrite[],
    changed: Map<number, TransactionField[]>,
  ): Promise<TransactionField[][]> {
    const changes = await this.recognizer.changes(batch);
    for (const [index, { position, recognized }] of batch.entries())
      if (recognized.is === 'changed') changed.set(position, changes[index]!);
    return changes;
  }

  async #inBatches(
    source: ImportSource,
    options: FileOptions,
    { digests, recognized }: ExaminedFile,
    work: (batch: readonly RowToWrite[]) => Promise<void>,
  ): Promise<void> {
    let batch: RowToWrite[] = [];
    const turns = new Turns();
    let position = 0;
    const flush = async (): Promise<void> => {
      const full = batch;
      batch = [];
      await work(full);
    };
    await streamTransactions(
      source,
      { ...options, isCorrectable: true },
      {
        onTransaction(transaction, rowNumber) {
          if (options.program) transaction.program ??= options.program;
          const [digest, known] = [digests[position]!, recognized[position]!];
          batch.push({ transaction, digest, recognized: known, position, rowNumber });
          position += 1;
          if (batch.length === BATCH_ROWS) return flush();
          return turns.due();
        },
      },
    );
    if (batch.length > 0) await flush();
  }
}
