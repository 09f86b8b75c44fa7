// A transaction as the columns of its table, and back. Who the patient is goes into one sealed column.
import type { Program, Transaction, TransactionType } from '@medspasync/schemas';
import type { Patient } from '../../platform/crypto/index.ts';

/** The fields of a transaction that anyone with the database may see, each under its column's name. */
export const OPEN_COLUMNS = {
  transaction_id: 'transactionId',
  service: 'service',
  amount_cents: 'amountCents',
  date: 'date',
  provider: 'provider',
  location: 'location',
  program: 'program',
  reference: 'reference',
  invoice_id: 'invoiceId',
  type: 'type',
} as const satisfies Record<string, Exclude<keyof Transaction, keyof Patient>>;

type Column = keyof typeof OPEN_COLUMNS;

const ENTRIES = Object.entries(OPEN_COLUMNS) as [Column, (typeof OPEN_COLUMNS)[Column]][];

/** What PostgreSQL gives back: text, but for the amount. */
export type OpenRow = Record<Exclude<Column, 'amount_cents' | 'program' | 'type'>, string | null> & {
  amount_cents: number;
  program: Program | null;
  type: TransactionType | null;
};

/** Unknown fields stay absent, which is NULL in the table. */
export const openColumnsOf = (transaction: Transaction): Partial<OpenRow> =>
  Object.fromEntries(ENTRIES.map(([column, field]) => [column, transaction[field]]));

/** The patient first, as the fields of a transaction are read. */
export function transactionOf(row: OpenRow, patient: Patient): Transaction {
  const transaction: Record<string, unknown> = { ...patient };
  for (const [column, field] of ENTRIES) if (row[column] !== null) transaction[field] = row[column];
  return transaction as unknown as Transaction;
}

export const patientOf = ({ customerEmail, customerName, customerPhone }: Transaction): Patient => ({
  customerName,
  customerPhone,
  customerEmail,
});
