// Every column that holds sealed data, so that a rotation leaves none out. A test holds the list against the schema.
import type { BlindIndex, Patient, SealedNames } from '../../platform/crypto/index.ts';

export interface SealedColumn {
  table: string;
  /** Tells the row within its organization. */
  rowId: string;
  token: string;
  keyId: string;
  /** As the place is called that the token is bound to, where that is not the column's name. */
  placeColumn?: string;
  /** Rows in one transaction: some tens of milliseconds. */
  batchRows: number;
  /** The column of its blind indexes, made with the same keys, and how they are made of what was sealed. */
  hashes?: { column: string; of(index: BlindIndex, opened: unknown): string[] };
}

const KEY_ID = { rowId: 'id', keyId: 'key_id' };

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'transactions',
    ...KEY_ID,
    token: 'patient',
    hashes: { column: 'patient_hashes', of: (index, patient) => index.of(patient as Patient) },
    batchRows: 500,
  },
  { table: 'job_results', ...KEY_ID, token: 'words', batchRows: 500 },
  { table: 'decisions', ...KEY_ID, token: 'note', batchRows: 500 },
  { table: 'rest_write_offs', ...KEY_ID, token: 'note', batchRows: 500 },
  { table: 'result_notes', ...KEY_ID, token: 'words', batchRows: 500 },
  { table: 'reversals', ...KEY_ID, token: 'reason', batchRows: 500 },
  {
    table: 'name_aliases',
    ...KEY_ID,
    token: 'names',
    hashes: {
      column: 'name_hashes',
      of: (index, opened) => {
        const [first, second] = (opened as SealedNames).names;
        return index.ofPair(first!, second!)[0]!;
      },
    },
    batchRows: 500,
  },
  { table: 'periods', ...KEY_ID, token: 'reopen_reason', batchRows: 500 },
  { table: 'break_glass', ...KEY_ID, token: 'words', batchRows: 500 },
  { table: 'uploads', ...KEY_ID, token: 'details', batchRows: 50 },
  // A mebibyte each.
  { table: 'upload_chunks', ...KEY_ID, token: 'content', batchRows: 4 },
  { table: 'recognition_secrets', ...KEY_ID, token: 'secret', batchRows: 1 },
  { table: 'second_factors', ...KEY_ID, rowId: 'user_id', token: 'secret_sealed', batchRows: 500 },
  { table: 'webhook_endpoints', ...KEY_ID, token: 'secret_sealed', batchRows: 500 },
  {
    table: 'kept_answers',
    rowId: 'id',
    token: 'sealed_body',
    keyId: 'sealing_key',
    placeColumn: 'body',
    batchRows: 50,
  },
];
