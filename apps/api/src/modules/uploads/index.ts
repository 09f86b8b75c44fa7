import { UploadEntity } from './upload.entity.ts';

export { Books } from './books.ts';
export { type StoredTransaction, TransactionsRepository } from './transactions.repository.ts';
export type { UnreadableRow } from './upload.ts';
export { UploadFilesRepository } from './upload-files.repository.ts';
export { UploadsController } from './uploads.controller.ts';
export { UploadsRepository } from './uploads.repository.ts';
export { type ReceivedFile, UploadsService } from './uploads.service.ts';

export const UPLOAD_ENTITIES = [UploadEntity];
