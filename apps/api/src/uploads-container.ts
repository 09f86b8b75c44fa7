// The parts that read files and recognize and keep their rows, put together.
import type { AuditTrail } from './modules/audit/index.ts';
import {
  Books,
  FileImport,
  HeldRowsRepository,
  Recognizer,
  RowStore,
  TransactionsRepository,
  UploadAnswers,
  UploadFilesRepository,
  UploadRowsRepository,
  UploadsRepository,
  UploadsService,
  VersionsRepository,
} from './modules/uploads/index.ts';
import type { BlindIndexOf, PatientSeal } from './platform/crypto/index.ts';
import type { Platform } from './platform/platform.ts';

export interface UploadsNeeds {
  audit: AuditTrail;
  seal: PatientSeal;
  blindIndexOf: BlindIndexOf;
  isUsed(uploadId: string): Promise<boolean>;
  holdOpenMonths(uploadId: string): Promise<void>;
  noteReversals(uploadId: string): Promise<void>;
}

export function createUploads(
  { config, database, metrics }: Platform,
  { audit, blindIndexOf, holdOpenMonths, isUsed, noteReversals, seal }: UploadsNeeds,
): { books: Books; uploads: UploadsService } {
  const { withinOrganization } = database;
  const transactions = new TransactionsRepository(seal, blindIndexOf);
  const held = new HeldRowsRepository(seal);
  const recognizer = new Recognizer(held, transactions);
  const rows = new UploadRowsRepository();
  const store = new RowStore({ held, transactions, rows });
  const uploads = new UploadsRepository(seal);
  return {
    books: new Books({
      uploads,
      transactions,
      held,
      recognizer,
      store,
      rows,
      versions: new VersionsRepository(),
    }),
    uploads: new UploadsService({
      withinOrganization,
      uploads,
      files: new UploadFilesRepository(seal),
      held,
      rows,
      store,
      fileImport: new FileImport(recognizer, store),
      answers: new UploadAnswers(transactions, rows, withinOrganization),
      audit,
      isUsed,
      holdOpenMonths,
      noteReversals,
      onIngested: (count) => metrics.transactionsIngested.inc({ source: 'file' }, count),
      temporaryDirectory: config.http.incomingDir,
    }),
  };
}
