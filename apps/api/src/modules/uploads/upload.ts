// What the slice says about an upload, whoever stores or sends it.
import type { SkippedRow, UploadMappingWire, UploadSide } from '@medspasync/schemas';

export interface NewUpload {
  side: UploadSide;
  filename: string;
  sizeBytes: number;
  createdBy: string | null;
}

/** A row of data that could not be read, and where it stands among those that could. */
export interface UnreadableRow extends SkippedRow {
  /** As the importer names it. */
  transactionId: string;
  /** Transactions of the file that come before it. */
  before: number;
}

/** What reading a file found out. */
export interface UploadReading {
  mapping: UploadMappingWire;
  /** Every row that was not taken: unreadable ones, and totals, notes and repeated headers. */
  skipped: SkippedRow[];
  unreadable: UnreadableRow[];
  transactionsCount: number;
}

/** A file that was read. */
export interface StoredUpload extends UploadReading {
  id: string;
  side: UploadSide;
  filename: string;
  createdAt: Date;
}

export interface UploadInList extends Omit<StoredUpload, 'mapping' | 'skipped' | 'unreadable'> {
  layoutName: string;
  skippedCount: number;
}
