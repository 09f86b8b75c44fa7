// Files in: recognized row by row, then written, and kept for a second reading with a corrected mapping. A preview stops
// before the writing, until somebody confirms it.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasAmountColumn, type Program, type UploadKind } from '@medspasync/schemas';
import pLimit from 'p-limit';
import { afterCommit, type WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { LocalZones } from '../../platform/local-zones.ts';
import type { WorkThread } from '../../platform/work-thread/index.ts';
import { type AuditTrail, SYSTEM } from '../audit/index.ts';
import type { FileDesk, FileOnDisk, FileReading, FileRequest } from './file-desk.ts';
import type { HeldRowsRepository } from './recognition/held-rows.repository.ts';
import type { RowStore } from './row-store.ts';
import type { MappingCorrection, StoredUpload, UploadInFull, UploadInList } from './upload.ts';
import { type FileSession, previewOf, type UploadAnswers } from './upload-answers.ts';
import type { UploadRowsRepository } from './upload-rows.repository.ts';
import type { UploadsRepository } from './uploads.repository.ts';

export interface ReceivedFile {
  /** Where it lies on our disk. */
  path: string;
  /** As the sender calls it. */
  filename: string;
  sizeBytes: number;
}

export interface UploadsServiceNeeds {
  withinOrganization: WithinOrganization;
  uploads: UploadsRepository;
  held: HeldRowsRepository;
  rows: UploadRowsRepository;
  store: RowStore;
  /** Where files are read. */
  fileThread: WorkThread<FileDesk>;
  answers: UploadAnswers;
  /** What the moments in a file are told by; asked inside the open transaction. */
  zones(): Promise<LocalZones>;
  audit: AuditTrail;
  /** Whether a job works or worked on this upload, or a payment of it was settled; asked inside the open transaction. */
  isUsed(upload: Pick<StoredUpload, 'id' | 'side'>): Promise<boolean>;
  /** @throws Refusal `period.closed` when the upload changes a closed month; asked inside the open transaction. */
  holdOpenMonths(uploadId: string): Promise<void>;
  /** Once rewards are written, after all else is held: what their voids and refunds take back. @throws Refusal `period.closed`. */
  noteReversals(uploadId: string): Promise<void>;
  onIngested(transactions: number): void;
  /** For files on their way through; readable by this user only. */
  temporaryDirectory: string;
  /** Files that may hold a connection to the database at once. */
  filesAtOnce: number;
}

export class UploadsService {
  readonly #turns: ReturnType<typeof pLimit>;

  constructor(private readonly needs: UploadsServiceNeeds) {
    this.#turns = pLimit(needs.filesAtOnce);
  }

  /**
   * Runs what reads a file when its turn comes. Files of one side wait for each other inside their transactions: without turns a
   * few would hold all connections, and nobody else would be answered.
   */
  inTurn<T>(until: AbortSignal, work: () => Promise<T>): Promise<T> {
    return this.#turns(() => {
      until.throwIfAborted();
      return work();
    });
  }

  /**
   * Reads a file; it is stored with all its rows or not at all. As a preview, only the file is stored.
   * @param program of rows that name none.
   * @param until the answer is out, or nobody waits for it: what is not written by then is not; here and below.
   * @throws Refusal in the importer's words, or `period.closed` naming the month and the lines, here and below.
   */
  async receive(
    caller: Caller,
    side: UploadKind,
    file: ReceivedFile,
    { preview: isPreview, program }: { preview: boolean; program?: Program | undefined },
    until: AbortSignal,
  ): Promise<UploadInFull> {
    const { audit, fileThread, uploads, withinOrganization } = this.needs;
    const { path, sizeBytes } = file;
    const filename = tidyFilename(file.filename);
    const desk = fileThread.open(caller.organizationId, until);
    return withinOrganization(caller.organizationId, async () => {
      const previews = await uploads.removeOldPreviews();
      if (previews > 0) audit.record(SYSTEM, { action: 'previews.removed', detail: { previews } });
      const id = await uploads.add('file', { side, filename, sizeBytes, createdBy: caller.userId });
      await desk.call('store', id, path);
      const correction = program === undefined ? null : { columns: [], program };
      const opened = { desk, path };
      return isPreview
        ? this.#preview(caller, { id, side, filename }, opened, correction)
        : this.#import(caller, { id, side, filename }, opened, correction, 'upload.created');
    });
  }

  /**
   * Reads the stored file again with a person's correction: a preview is shown anew, else its rows are replaced at once.
   * @throws Refusal `upload.in_use` when a job or a settlement has its results from the present ones, or a later upload
   *   stands for them.
   */
  async correctMapping(
    caller: Caller,
    uploadId: string,
    corrected: MappingCorrection,
    until: AbortSignal,
  ): Promise<UploadInFull> {
    const { held, holdOpenMonths, isUsed, rows, store } = this.needs;
    return this.#again(caller, uploadId, until, async (upload, opened) => {
      const correction = { ...corrected, program: upload.correction?.program };
      if (!upload.confirmedAt) return this.#preview(caller, upload, opened, correction);
      // Before anything is asked: an upload on its way may come to stand for these rows.
      await held.holdSide(upload.side);
      if ((await isUsed(upload)) || (await rows.areSharedBy(uploadId)))
        throw new Refusal('upload.in_use', { detail: 'Upload the file again to read it another way.' });
      await holdOpenMonths(uploadId);
      await store.removeAll(uploadId);
      return this.#import(caller, upload, opened, correction, 'upload.remapped');
    });
  }

  /**
   * Writes the rows of a preview; once it is confirmed, asking again changes nothing.
   * @throws Refusal `resource.not-found`, or `upload.no_amount_column`.
   */
  async confirm(caller: Caller, uploadId: string, until: AbortSignal): Promise<UploadInFull> {
    return this.#again(caller, uploadId, until, async (upload, opened) => {
      if (upload.confirmedAt) return this.needs.answers.ofWritten(caller, upload, opened.desk);
      if (!hasAmountColumn(upload.mapping)) throw new Refusal('upload.no_amount_column');
      return this.#import(caller, upload, opened, upload.correction, 'upload.created');
    });
  }

  /** @throws Refusal `resource.not-found`. */
  async find(caller: Caller, uploadId: string, until: AbortSignal): Promise<UploadInFull> {
    const { answers, audit, fileThread, uploads, withinOrganization } = this.needs;
    const upload = await withinOrganization(caller.organizationId, async () => {
      const stored = found(await uploads.findFile(uploadId));
      const detail = { transactions: stored.transactionsCount };
      audit.record(caller, { action: 'upload.read', subject: fileOf(uploadId), detail });
      return stored;
    });
    if (upload.confirmedAt)
      return answers.ofWritten(caller, upload, fileThread.open(caller.organizationId, until));
    return this.#again(caller, uploadId, until, async ({ correction, filename, side }, { desk, path }) =>
      previewOf(
        upload,
        await desk.call('preview', { path, filename }, await this.#request(side, correction)),
        desk,
      ),
    );
  }

  async list(caller: Caller, limit: number): Promise<UploadInList[]> {
    const { audit, uploads, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const files = await uploads.listFiles(limit);
      audit.record(caller, { action: 'upload.listed', detail: { files: files.length } });
      return files;
    });
  }

  async #preview(
    caller: Caller,
    { filename, id, side }: Pick<StoredUpload, 'id' | 'side' | 'filename'>,
    { desk, path }: OpenedFile,
    correction: MappingCorrection | null,
  ): Promise<UploadInFull> {
    const { audit, uploads } = this.needs;
    const read = await desk.call('preview', { path, filename }, await this.#request(side, correction));
    await uploads.noteReading(id, filename, read.reading, correction);
    audit.record(caller, {
      action: 'upload.previewed',
      subject: fileOf(id),
      detail: detailOf(side, read),
    });
    return previewOf(found(await uploads.findFile(id)), read, desk);
  }

  async #import(
    caller: Caller,
    { filename, id, side }: Pick<StoredUpload, 'id' | 'side' | 'filename'>,
    { desk, path }: OpenedFile,
    correction: MappingCorrection | null,
    action: 'upload.created' | 'upload.remapped',
  ): Promise<UploadInFull> {
    const { answers, audit, held, holdOpenMonths, noteReversals, onIngested, uploads } = this.needs;
    await held.holdSide(side);
    const read = await desk.call('import', id, { path, filename }, await this.#request(side, correction));
    await holdOpenMonths(id);
    if (side === 'reward') await noteReversals(id);
    await uploads.noteReading(id, filename, read.reading, correction);
    await uploads.noteConfirmed(id);
    audit.record(caller, { action, subject: fileOf(id), detail: detailOf(side, read) });
    await afterCommit(async () => onIngested(read.reading.transactionsCount));
    return answers.ofImported(caller, found(await uploads.findFile(id)), read, desk);
  }

  async #request(side: UploadKind, correction: MappingCorrection | null): Promise<FileRequest> {
    return {
      side,
      zones: await this.needs.zones(),
      ...(correction ? { mapping: correction.columns } : {}),
      ...(correction?.program ? { program: correction.program } : {}),
      ...(correction?.dateOrder ? { dateOrder: correction.dateOrder } : {}),
    };
  }

  /** With the stored file on disk, for as long as `work` takes. @throws Refusal `resource.not-found`. */
  async #again(
    caller: Caller,
    uploadId: string,
    until: AbortSignal,
    work: (upload: StoredUpload, opened: OpenedFile) => Promise<UploadInFull>,
  ): Promise<UploadInFull> {
    const { fileThread, temporaryDirectory, uploads, withinOrganization } = this.needs;
    const desk = fileThread.open(caller.organizationId, until);
    const copy = join(temporaryDirectory, randomUUID());
    try {
      return await withinOrganization(caller.organizationId, async () => {
        const upload = found(await uploads.holdFile(uploadId, 'change'));
        await desk.call('restore', uploadId, copy);
        return work(upload, { desk, path: copy });
      });
    } finally {
      await rm(copy, { force: true });
    }
  }
}

/** A file where the thread reads it. */
interface OpenedFile {
  desk: FileSession;
  path: FileOnDisk['path'];
}

const fileOf = (id: string) => ({ kind: 'upload', id });

const detailOf = (side: UploadKind, { reading, recognized }: FileReading) => ({
  side,
  transactions: reading.transactionsCount,
  skipped: reading.skipped.length,
  ...recognized,
});

function found(upload: StoredUpload | null): StoredUpload {
  if (!upload) throw new Refusal('resource.not-found');
  return upload;
}

/**
 * The last part of a path, without what a header, a log or a terminal would trip over. Of a name that is too long the end stays:
 * it says what kind of file it is.
 */
const tidyFilename = (name: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed.
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\u0000-\u001f\u007f]/g, '').slice(-255) || 'upload';
