// What the slice says about an upload, whoever stores or sends it.
import type { SkippedRow, UploadMappingWire, UploadSide } from '@medspasync/schemas';

export interface NewUpload {
  side: UploadSide;
  filename: string;
  sizeBytes: number;
  createdBy: string | null;
}

/** What reading a file found out. */
export interface UploadReading {
  mapping: UploadMappingWire;
  skipped: SkippedRow[];
  transactionsCount: number;
}

/** A file that was read. */
export interface StoredUpload extends UploadReading {
  id: string;
  side: UploadSide;
  filename: string;
  createdAt: Date;
}

export interface UploadInList extends Omit<StoredUpload, 'mapping' | 'skipped'> {
  layoutName: string;
  skippedCount: number;
}
