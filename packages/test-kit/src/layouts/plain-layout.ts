// The plain layout: one column per field, named as on the wire. Loses nothing.
import { dollarsOf, type Transaction } from '@medspasync/schemas';
import type { CsvLayout } from './csv-layout.ts';

const dollars = (row: Transaction): string => dollarsOf(row.amountCents).toFixed(2);

const COLUMNS: readonly (readonly [string, (row: Transaction) => string | undefined])[] = [
  ['transaction_id', (row) => row.transactionId],
  ['customer_name', (row) => row.customerName],
  ['customer_phone', (row) => row.customerPhone],
  ['customer_email', (row) => row.customerEmail],
  ['service', (row) => row.service],
  ['amount', dollars],
  ['date', (row) => row.date],
  ['provider', (row) => row.provider],
  ['location', (row) => row.location],
  ['program', (row) => row.program],
  ['reference', (row) => row.reference],
  ['invoice_id', (row) => row.invoiceId],
  ['type', (row) => row.type],
];

export const PLAIN_LAYOUT: CsvLayout = {
  header: COLUMNS.map(([name]) => name),
  cells: (row) => COLUMNS.map(([, cell]) => cell(row) ?? ''),
};
