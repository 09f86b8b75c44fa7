// A transaction as the columns of its table, and back. Who the patient is goes into one sealed column.
import type { Program, Transaction, TransactionType } from '@medspasync/schemas';
import type { Patient } from '../../platform/crypto/index.ts';

/** What anyone with the database may see. */
export const OPEN_COLUMNS = [
  'transaction_id',
  'service',
  'amount_cents',
  'date',
  'provider',
  'location',
  'program',
  'reference',
  'invoice_id',
  'type',
] as const;

type Column = (typeof OPEN_COLUMNS)[number];

/** What PostgreSQL gives back: text, but for the amount. */
export type OpenRow = Record<Exclude<Column, 'amount_cents' | 'program' | 'type'>, string | null> & {
  amount_cents: number;
  program: Program | null;
  type: TransactionType | null;
};

// Both are written out: hundreds of thousands of rows go through them, and names that are looked up cost ten times as much.

/** What is unknown stays undefined, which is NULL in the table. */
export const openColumnsOf = (transaction: Transaction): Record<Column, string | number | undefined> => ({
  transaction_id: transaction.transactionId,
  service: transaction.service,
  amount_cents: transaction.amountCents,
  date: transaction.date,
  provider: transaction.provider,
  location: transaction.location,
  program: transaction.program,
  reference: transaction.reference,
  invoice_id: transaction.invoiceId,
  type: transaction.type,
});

export const transactionOf = (row: OpenRow, patient: Patient): Transaction => ({
  transactionId: row.transaction_id ?? undefined,
  customerName: patient.customerName,
  customerPhone: patient.customerPhone,
  customerEmail: patient.customerEmail,
  service: row.service ?? undefined,
  amountCents: row.amount_cents,
  date: row.date ?? undefined,
  provider: row.provider ?? undefined,
  location: row.location ?? undefined,
  program: row.program ?? undefined,
  reference: row.reference ?? undefined,
  invoiceId: row.invoice_id ?? undefined,
  type: row.type ?? undefined,
});

/** What a search looks for parts of, as one line in lower case. */
export const openWordsOf = ({
  invoiceId,
  location,
  provider,
  reference,
  service,
  transactionId,
}: Transaction): string =>
  [service, provider, location, transactionId, reference, invoiceId]
    .filter((text) => text !== undefined)
    .join(' ')
    .replaceAll('\n', ' ')
    .toLowerCase();

export const patientOf = ({ customerEmail, customerName, customerPhone }: Transaction): Patient => ({
  customerName,
  customerPhone,
  customerEmail,
});
