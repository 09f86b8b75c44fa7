// Files in: what an upload answers, and how a person corrects its mapping.
import * as z from 'zod';
import { TransactionFieldWire, TransactionWire } from './transaction.ts';

/** The fields of a transaction that a column can be mapped to, and `ignore`. */
export const MappedFieldWire = z.enum([
  'transaction_id',
  'customer_name',
  'customer_first_name',
  'customer_last_name',
  'customer_phone',
  'customer_email',
  'service',
  'amount',
  'date',
  'time',
  'provider',
  'location',
  'program',
  'reference',
  'invoice_id',
  'type',
  'ignore',
]);
export type MappedField = z.infer<typeof MappedFieldWire>;

export const ColumnMappingWire = z
  .object({
    column_index: z.int().min(0),
    column: z.string().meta({ description: 'The header as the file has it.', example: 'Patient Name' }),
    field: MappedFieldWire,
    confidence: z.number().min(0).max(1),
    samples: z.array(z.string()).meta({ description: 'Up to three values, to check by eye.' }),
  })
  .meta({ id: 'ColumnMapping' });
export type ColumnMappingWire = z.infer<typeof ColumnMappingWire>;

export const UploadMappingWire = z
  .object({
    layout: z
      .string()
      .meta({ description: 'Id of the layout recognised, or `guessed`.', example: 'square-transactions' }),
    layout_name: z.string().meta({ example: 'Square · Transactions' }),
    confidence: z.number().min(0).max(1),
    header_row: z.int().min(1),
    encoding: z.string(),
    delimiter: z.string().nullable(),
    date_order: z.enum(['mdy', 'dmy', 'ymd', 'ambiguous', 'none']),
    notices: z.array(z.string()).optional().meta({
      description:
        'What a person should know of how the file was read: dates that contradict each other, columns of one name, a sheet among several.',
    }),
    columns: z.array(ColumnMappingWire),
  })
  .meta({ id: 'UploadMapping' });
export type UploadMappingWire = z.infer<typeof UploadMappingWire>;

export const SkippedRowWire = z
  .object({
    row: z.int().min(1).meta({ description: 'Line of the file as a spreadsheet numbers it.' }),
    column: z.string().optional(),
    reason: z.string(),
  })
  .meta({ id: 'SkippedRow' });
export type SkippedRow = z.infer<typeof SkippedRowWire>;

export const UploadSideWire = z.enum(['reward', 'pos']);
export type UploadSide = z.infer<typeof UploadSideWire>;

export const RecognitionWire = z.enum(['new', 'same', 'changed']).meta({
  description:
    'Against the rows of this side that the organization holds. `changed`: one the vendor calls the same and that says something else.',
});
export type Recognition = z.infer<typeof RecognitionWire>;

export const RecognizedRowWire = z
  .object({
    row: z.int().min(1).nullable().meta({
      description: 'Line of the file as a spreadsheet numbers it.',
    }),
    recognition: RecognitionWire,
    changed_fields: z
      .array(TransactionFieldWire)
      .meta({ description: 'In which it differs from its older version. Empty unless `changed`.' }),
    repeats_code: z.boolean().meta({
      description:
        'Of a `new` one: its patient has brought the same code for the same amount before, in this file or another. Counted as another redemption; it may be the same one entered again.',
    }),
  })
  .meta({ id: 'RecognizedRow' });
export type RecognizedRowWire = z.infer<typeof RecognizedRowWire>;

export const RecognitionCountsWire = z
  .object({ new: z.int(), same: z.int(), changed: z.int() })
  .meta({ id: 'RecognitionCounts' });
export type RecognitionCountsWire = z.infer<typeof RecognitionCountsWire>;

/** The most transactions the answer to a preview shows. */
export const PREVIEW_TRANSACTIONS = 1_000;
/** What a file can hold: a side of a reconciliation, or what a manufacturer has paid back. */
export const UploadKindWire = z.enum([...UploadSideWire.options, 'reimbursement']);
export type UploadKind = z.infer<typeof UploadKindWire>;

export const UploadResponseWire = z
  .object({
    message: z.string(),
    filename: z.string(),
    upload_id: z.uuid(),
    side: UploadKindWire,
    transactions_count: z.int().meta({
      description: '0 while no column is mapped to `amount`: correct the mapping, and the rows are read.',
    }),
    total_amount: z.number().meta({ description: 'Dollars of all of them, refunds included.' }),
    transactions: z.array(TransactionWire).meta({
      description: `In the order of the file. Of a preview the first ${PREVIEW_TRANSACTIONS}.`,
    }),
    is_preview: z.boolean().meta({
      description:
        'True until POST /uploads/{upload_id}/confirm: none of its rows is written, and no job can use it.',
    }),
    recognized: RecognitionCountsWire,
    rows: z.array(RecognizedRowWire).meta({ description: 'One for each transaction read, in its order.' }),
    mapping: UploadMappingWire,
    skipped: z
      .array(SkippedRowWire)
      .meta({ description: 'Empty while no column is mapped to `amount`: no row was tried.' }),
  })
  .meta({ id: 'UploadResponse' });
export type UploadResponseWire = z.infer<typeof UploadResponseWire>;

/** PUT /uploads/{upload_id}/mapping: the person's correction; the file is read again with it. */
export const UploadMappingRequestWire = z
  .strictObject({
    columns: z
      .array(z.strictObject({ column_index: z.int().min(0), field: MappedFieldWire }))
      .min(1)
      .max(256),
    date_order: z.enum(['mdy', 'dmy', 'ymd']).optional(),
  })
  .meta({ id: 'UploadMappingRequest' });
export type UploadMappingRequestWire = z.infer<typeof UploadMappingRequestWire>;

/** An upload in a list: what it is, without its transactions. */
export const UploadSummaryWire = z
  .object({
    upload_id: z.uuid(),
    side: UploadKindWire,
    filename: z.string(),
    layout_name: z.string(),
    transactions_count: z.int(),
    skipped_count: z.int(),
    created_at: z.string(),
  })
  .meta({ id: 'UploadSummary' });
export type UploadSummaryWire = z.infer<typeof UploadSummaryWire>;

export const UploadListWire = z
  .object({ uploads: z.array(UploadSummaryWire), total_returned: z.int() })
  .meta({ id: 'UploadList', description: 'Files, newest first.' });
export type UploadListWire = z.infer<typeof UploadListWire>;
