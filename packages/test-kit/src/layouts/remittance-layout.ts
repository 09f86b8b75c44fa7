// A manufacturer's remittance: one row per payment. No public header row was found, and the importer says the same.
import { dollarMoney, text, usDate } from './cell-formats.ts';
import type { CsvLayout } from './csv-layout.ts';

export const REMITTANCE_LAYOUT: CsvLayout = {
  header: ['Remittance Number', 'Payment Date', 'Payment Amount', 'Program'],
  cells: (row) => [text(row.transactionId), usDate(row), dollarMoney(row), text(row.program)],
};
