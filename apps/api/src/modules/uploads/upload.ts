// What the slice says about an upload, whoever stores or sends it.
import type { ColumnCorrection, DateOrder } from '@medspasync/importing';
import type {
  Program,
  RecognitionCountsWire,
  SkippedRow,
  TransactionWire,
  UploadKind,
  UploadMappingWire,
} from '@medspasync/schemas';
import type { JsonEntries } from '../../platform/json-entries.ts';

/** What refusals call a file: its own name may be a patient's. */
export const NAME_OF_SIDE: Readonly<Record<UploadKind, string>> = {
  reward: 'The rewards file',
  pos: 'The POS file',
  reimbursement: 'The reimbursements file',
};

export interface NewUpload {
  side: UploadKind;
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

/** A person's correction of how a file is read. */
export interface MappingCorrection {
  columns: ColumnCorrection[];
  dateOrder?: DateOrder;
  /** Of rows that name none. */
  program?: Program | undefined;
}

/** A file that was read. */
export interface StoredUpload extends UploadReading {
  id: string;
  side: UploadKind;
  filename: string;
  createdAt: Date;
  /** Null while it is a preview: nothing of it is written but the file. */
  confirmedAt: Date | null;
  correction: MappingCorrection | null;
}

/** An upload with what became of its rows; lists arrive in pieces. */
export interface UploadInFull {
  upload: StoredUpload;
  recognized: RecognitionCountsWire;
  totalCents: number;
  rows: AsyncIterable<JsonEntries>;
  transactions: AsyncIterable<JsonEntries> | TransactionWire[];
}

export interface UploadInList
  extends Omit<StoredUpload, 'mapping' | 'skipped' | 'unreadable' | 'confirmedAt' | 'correction'> {
  layoutName: string;
  skippedCount: number;
}
