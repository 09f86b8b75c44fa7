import { UploadEntity } from './upload.entity.ts';

export { Books } from './books.ts';
export type { FileDesk } from './file-desk.ts';
export { openFileThread } from './open-file-thread.ts';
export { HeldRowsRepository } from './recognition/held-rows.repository.ts';
export { Recognizer } from './recognition/recognizer.ts';
export { VersionsRepository } from './recognition/versions.repository.ts';
export { RowStore } from './row-store.ts';
export {
  HAVING_ANY_HASH,
  type PlacedTransaction,
  type StoredTransaction,
  TransactionsRepository,
} from './transactions.repository.ts';
export type { UnreadableRow } from './upload.ts';
export { UploadAnswers } from './upload-answers.ts';
export { FIND_SAYING, UploadRowsRepository } from './upload-rows.repository.ts';
export { UploadsController } from './uploads.controller.ts';
export { UploadsRepository } from './uploads.repository.ts';
export { type ReceivedFile, UploadsService } from './uploads.service.ts';

export const UPLOAD_ENTITIES = [UploadEntity];
