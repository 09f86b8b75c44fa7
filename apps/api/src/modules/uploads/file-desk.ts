// What is done to files in the thread that reads them: sealed, read, recognized, written, and made into the lists of an answer. What
// it knows of a file's rows stays here; the event loop hears counts, and passes on JSON that it need not look at.
import { fileSource } from '@medspasync/importing/node';
import { type RecognitionCountsWire, type TransactionWire, transactionToWire } from '@medspasync/schemas';
import { JsonEntries } from '../../platform/json-entries.ts';
import { LocalZones } from '../../platform/local-zones.ts';
import { type AnswerPiece, EntriesOnDisk } from './entries-on-disk.ts';
import type { ChangedFields, ExaminedFile, FileImport, FileOptions } from './file-import.ts';
import { countsOf, repeatsCode } from './recognition/recognize.ts';
import type { TransactionsRepository } from './transactions.repository.ts';
import { NAME_OF_SIDE, type UploadReading } from './upload.ts';
import type { UploadFilesRepository } from './upload-files.repository.ts';
import type { UploadRowsRepository } from './upload-rows.repository.ts';

/** Rows in one piece of an answer: some milliseconds of JSON. */
const PIECE_ROWS = 2000;

export interface FileOnDisk {
  path: string;
  /** The name it came with, which no message says. */
  filename: string;
}

/** How a file is to be read, as it comes into the thread. */
export interface FileRequest extends Omit<FileOptions, 'onTheWall' | 'signal'> {
  /** Moments become days by these. */
  zones: Pick<LocalZones, 'places' | 'elsewhere'>;
}

/** What reading a file found out. */
export interface FileReading {
  reading: UploadReading;
  recognized: RecognitionCountsWire;
  totalCents: number;
}

export interface FileDeskNeeds {
  fileImport: FileImport;
  files: UploadFilesRepository;
  rows: UploadRowsRepository;
  transactions: TransactionsRepository;
}

/** Of one request; each function inside the transaction it is called in. */
export class FileDesk {
  #read: { examined: ExaminedFile; changed: ChangedFields } | undefined;
  /** The transactions of the file that was just written, where the file says all of them as they are held. */
  #written: EntriesOnDisk | undefined;

  constructor(
    private readonly needs: FileDeskNeeds,
    private readonly over: AbortSignal,
  ) {}

  /** Keeps the file itself. */
  store(uploadId: string, path: string): Promise<void> {
    return this.needs.files.store(uploadId, path);
  }

  /** Writes the file that was kept to `path`. */
  restore(uploadId: string, path: string): Promise<void> {
    return this.needs.files.restore(uploadId, path);
  }

  /** Reads a file and writes its rows. @throws Refusal in the importer's words. */
  async import(uploadId: string, file: FileOnDisk, given: FileRequest): Promise<FileReading> {
    const { fileImport } = this.needs;
    const { options, source } = this.#opened(file, given);
    const examined = await fileImport.examine(source, options);
    const written = hasHeldRows(examined) ? undefined : await EntriesOnDisk.beside(file.path, this.over);
    const changed = await fileImport.write(uploadId, source, options, examined, async (batch) => {
      const wires = batch.map(({ transaction }) => transactionToWire(transaction));
      await written?.add(wires, batch.at(-1)!.position);
    });
    this.#written = written;
    return this.#found({ examined, changed });
  }

  /** The same, and writes nothing. @returns also the first transactions. */
  async preview(
    file: FileOnDisk,
    given: FileRequest,
  ): Promise<FileReading & { transactions: TransactionWire[] }> {
    const { fileImport } = this.needs;
    const { options, source } = this.#opened(file, given);
    const examined = await fileImport.examine(source, options);
    const changed = await fileImport.changes(source, options, examined);
    return {
      ...this.#found({ examined, changed }),
      transactions: examined.transactions.map(transactionToWire),
    };
  }

  /** What became of the rows after `position` of the file that was just read; none means the end. */
  async readRowsAfter(position: number): Promise<AnswerPiece[]> {
    const { changed, examined } = this.#read!;
    const { recognized, rowNumbers } = examined;
    const start = position + 1;
    const entries = recognized.slice(start, start + PIECE_ROWS).map((row, index) => ({
      row: rowNumbers[start + index]!,
      recognition: row.is,
      changed_fields: changed.get(start + index) ?? [],
      repeats_code: repeatsCode(row),
    }));
    return pieceOf(entries, position + entries.length);
  }

  /** The same of rows that were written. */
  async writtenRowsAfter(uploadId: string, position: number): Promise<AnswerPiece[]> {
    const page = await this.needs.rows.pageAfter(uploadId, position);
    const wires = page.map(({ wire }) => wire);
    return pieceOf(wires, page.at(-1)?.position);
  }

  /** The transactions after `position` of an upload, as it has them; none means the end. */
  async transactionsAfter(uploadId: string, position: number): Promise<AnswerPiece[]> {
    if (this.#written) return this.#written.after(position);
    const page = await this.needs.transactions.pageAfter(uploadId, position);
    const wires = page.map(({ transaction }) => transactionToWire(transaction));
    return pieceOf(wires, page.at(-1)?.position);
  }

  #opened({ filename, path }: FileOnDisk, { zones: { elsewhere, places }, ...given }: FileRequest) {
    const source = fileSource(path, NAME_OF_SIDE[given.side], filename);
    const zones = new LocalZones(places, elsewhere);
    const onTheWall: FileOptions['onTheWall'] = (moment, location) => zones.onTheWall(moment, location);
    return { source, options: { ...given, onTheWall, signal: this.over } };
  }

  /** Keeps of what was read no more than is asked for later. */
  #found(read: { examined: ExaminedFile; changed: ChangedFields }): FileReading {
    const { changed, examined } = read;
    this.#read = { examined: { ...examined, digests: [], transactions: [] }, changed };
    const { reading, recognized, totalCents } = examined;
    return { reading, recognized: countsOf(recognized), totalCents };
  }
}

/** Rows that are the same may be written otherwise in the file than they are held. */
const hasHeldRows = ({ recognized }: ExaminedFile): boolean => recognized.some(({ is }) => is === 'same');

const pieceOf = (entries: readonly unknown[], position: number | undefined): AnswerPiece[] =>
  entries.length === 0 ? [] : [{ position: position!, json: JsonEntries.of(entries) }];
