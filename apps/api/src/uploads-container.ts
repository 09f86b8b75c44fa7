// The parts that read files and recognize and keep their rows, put together.
import type { UploadKind } from '@medspasync/schemas';
import type { AuditTrail } from './modules/audit/index.ts';
import { localZones } from './modules/organizations/index.ts';
import {
  Books,
  type FileDesk,
  HeldRowsRepository,
  openFileThread,
  Recognizer,
  RowStore,
  TransactionsRepository,
  UploadAnswers,
  UploadRowsRepository,
  UploadsRepository,
  UploadsService,
  VersionsRepository,
} from './modules/uploads/index.ts';
import type { BlindIndexOf, PatientSeal } from './platform/crypto/index.ts';
import type { Platform } from './platform/platform.ts';
import type { WorkThread } from './platform/work-thread/index.ts';

export interface UploadsNeeds {
  audit: AuditTrail;
  seal: PatientSeal;
  blindIndexOf: BlindIndexOf;
  isUsed(upload: { id: string; side: UploadKind }): Promise<boolean>;
  holdOpenMonths(uploadId: string): Promise<void>;
  noteReversals(uploadId: string): Promise<void>;
}

export function createUploads(
  { config, database, logger, metrics }: Platform,
  { audit, blindIndexOf, holdOpenMonths, isUsed, noteReversals, seal }: UploadsNeeds,
): { books: Books; uploads: UploadsService; fileThread: WorkThread<FileDesk> } {
  const { withinOrganization } = database;
  const transactions = new TransactionsRepository(seal, blindIndexOf);
  const held = new HeldRowsRepository(seal);
  const recognizer = new Recognizer(held, transactions);
  const rows = new UploadRowsRepository();
  const store = new RowStore({ held, transactions, rows });
  const uploads = new UploadsRepository(seal);
  const fileThread = openFileThread(config.fernetKeys, logger);
  return {
    fileThread,
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
      held,
      rows,
      store,
      fileThread,
      answers: new UploadAnswers(rows, withinOrganization),
      zones: localZones,
      audit,
      isUsed,
      holdOpenMonths,
      noteReversals,
      onIngested: (count) => metrics.transactionsIngested.inc({ source: 'file' }, count),
      temporaryDirectory: config.http.incomingDir,
      filesAtOnce: Math.ceil(config.database.poolSize / 2),
    }),
  };
}
