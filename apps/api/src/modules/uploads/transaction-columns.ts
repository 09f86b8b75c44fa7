// A transaction as the columns of its table, and back.
import type { Program, Transaction, TransactionType } from '@medspasync/schemas';

/** The fields of a transaction in the order of the table, each under the column's name. */
export const TRANSACTION_COLUMNS = {
  transaction_id: 'transactionId',
  customer_name: 'customerName',
  customer_phone: 'customerPhone',
  customer_email: 'customerEmail',
  service: 'service',
  amount_cents: 'amountCents',
  date: 'date',
  provider: 'provider',
  location: 'location',
  program: 'program',
  reference: 'reference',
  invoice_id: 'invoiceId',
  type: 'type',
} as const satisfies Record<string, keyof Transaction>;

type Column = keyof typeof TRANSACTION_COLUMNS;

const ENTRIES = Object.entries(TRANSACTION_COLUMNS) as [Column, keyof Transaction][];

/** What PostgreSQL gives back: text, but for the amount. */
export type TransactionRow = Record<Exclude<Column, 'amount_cents' | 'program' | 'type'>, string | null> & {
  amount_cents: number;
  program: Program | null;
  type: TransactionType | null;
};

/** Unknown fields stay absent, which is NULL in the table. */
export const columnsOf = (transaction: Transaction): Partial<TransactionRow> =>
  Object.fromEntries(ENTRIES.map(([column, field]) => [column, transaction[field]]));

export function transactionOf(row: TransactionRow): Transaction {
  const known = ENTRIES.filter(([column]) => row[column] !== null);
  return Object.fromEntries(known.map(([column, field]) => [field, row[column]])) as unknown as Transaction;
}
