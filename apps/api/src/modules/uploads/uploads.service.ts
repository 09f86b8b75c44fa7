// Files in: read into transactions, kept for a second reading with a corrected mapping.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { ColumnCorrection, DateOrder } from '@medspasync/importing';
import { fileSource } from '@medspasync/importing/node';
import { type TransactionWire, transactionToWire, type UploadSide } from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import { readUpload } from './read-upload.ts';
import type { StoredTransaction, TransactionsRepository } from './transactions.repository.ts';
import type { StoredUpload, UploadInList, UploadReading } from './upload.ts';
import type { UploadFilesRepository } from './upload-files.repository.ts';
import type { UploadsRepository } from './uploads.repository.ts';

export interface ReceivedFile {
  /** Where it lies on our disk. */
  path: string;
  /** As the sender calls it. */
  filename: string;
  sizeBytes: number;
}

export interface MappingCorrection {
  columns: ColumnCorrection[];
  dateOrder?: DateOrder;
}

export interface UploadsServiceNeeds {
  withinOrganization: WithinOrganization;
  uploads: UploadsRepository;
  files: UploadFilesRepository;
  transactions: TransactionsRepository;
  audit: AuditTrail;
  /** Whether a job works or worked on this upload; asked inside the open transaction. */
  isUsedByJob(uploadId: string): Promise<boolean>;
  onIngested(transactions: number): void;
  /** For files on their way through; readable by this user only. */
  temporaryDirectory: string;
}

export class UploadsService {
  constructor(private readonly needs: UploadsServiceNeeds) {}

  /** Reads a file; it is stored with all its transactions or not at all. @throws Refusal in the importer's words. */
  async receive(caller: Caller, side: UploadSide, file: ReceivedFile): Promise<StoredUpload> {
    const { audit, files, onIngested, transactions, uploads } = this.needs;
    const { sizeBytes } = file;
    const filename = tidyFilename(file.filename);
    const stored = await this.needs.withinOrganization(caller.organizationId, async () => {
      const id = await uploads.add('file', { side, filename, sizeBytes, createdBy: caller.userId });
      const source = fileSource(file.path, filename);
      const reading = await readUpload(id, source, { side }, transactions);
      await uploads.noteReading(id, filename, reading, await files.store(id, file.path));
      audit.record(caller, {
        action: 'upload.created',
        subject: fileOf(id),
        detail: countsOf(side, reading),
      });
      return found(await uploads.findFile(id));
    });
    onIngested(stored.transactionsCount);
    return stored;
  }

  /**
   * Reads the stored file again with a person's correction; its transactions are replaced all at once.
   * @throws Refusal `upload.in_use` when a job has its results from the present ones.
   */
  async correctMapping(
    caller: Caller,
    uploadId: string,
    correction: MappingCorrection,
  ): Promise<StoredUpload> {
    const { audit, files, isUsedByJob, temporaryDirectory, transactions, uploads } = this.needs;
    const copy = path.join(temporaryDirectory, randomUUID());
    try {
      return await this.needs.withinOrganization(caller.organizationId, async () => {
        const { filename, side } = found(await uploads.holdFile(uploadId, 'change'));
        if (await isUsedByJob(uploadId))
          throw new Refusal('upload.in_use', { detail: 'Upload the file again to read it another way.' });
        await files.restore(uploadId, copy);
        await transactions.removeAll(uploadId);
        const { columns, dateOrder } = correction;
        const options = { side, mapping: columns, ...(dateOrder ? { dateOrder } : {}) };
        const reading = await readUpload(uploadId, fileSource(copy, filename), options, transactions);
        await uploads.noteReading(uploadId, filename, reading);
        const detail = countsOf(side, reading);
        audit.record(caller, { action: 'upload.remapped', subject: fileOf(uploadId), detail });
        return found(await uploads.findFile(uploadId));
      });
    } finally {
      await rm(copy, { force: true });
    }
  }

  /** @throws Refusal `resource.not-found`. */
  async find(caller: Caller, uploadId: string): Promise<StoredUpload> {
    const { audit, uploads, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const upload = found(await uploads.findFile(uploadId));
      const detail = { transactions: upload.transactionsCount };
      audit.record(caller, { action: 'upload.read', subject: fileOf(uploadId), detail });
      return upload;
    });
  }

  async list(caller: Caller, limit: number): Promise<UploadInList[]> {
    const { audit, uploads, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const files = await uploads.listFiles(limit);
      audit.record(caller, { action: 'upload.listed', detail: { files: files.length } });
      return files;
    });
  }

  /** All transactions of an upload in its order, read in pages while they are taken. */
  async *transactionsOf(caller: Caller, uploadId: string): AsyncGenerator<TransactionWire> {
    const { transactions, withinOrganization } = this.needs;
    const { organizationId } = caller;
    let page: StoredTransaction[];
    let position = -1;
    do {
      page = await withinOrganization(organizationId, () => transactions.pageAfter(uploadId, position));
      for (const { transaction } of page) yield transactionToWire(transaction);
      position = page.at(-1)?.position ?? position;
    } while (page.length > 0);
  }
}

const fileOf = (id: string) => ({ kind: 'upload', id });

const countsOf = (side: UploadSide, { skipped, transactionsCount }: UploadReading) => ({
  side,
  transactions: transactionsCount,
  skipped: skipped.length,
});

function found(upload: StoredUpload | null): StoredUpload {
  if (!upload) throw new Refusal('resource.not-found');
  return upload;
}

/** The last part of a path, without what a header, a log or a terminal would trip over. */
const tidyFilename = (name: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed.
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 255) || 'upload';
