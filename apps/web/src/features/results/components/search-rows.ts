// Finds rows by anything a person would type: a name, the end of a phone number, an amount, a date, a code.
import type { ResultRowWire, TransactionWire } from '@medspasync/schemas';
import { formatDay } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const textOf = (transaction: TransactionWire): string =>
  [
    transaction.customer_name,
    transaction.customer_email,
    transaction.customer_phone,
    transaction.customer_phone?.replace(/\D/g, ''),
    transaction.service,
    transaction.reference,
    transaction.invoice_id,
    transaction.transaction_id,
    transaction.location,
    transaction.date,
    transaction.date && formatDay(transaction.date),
    formatDollars(transaction.amount),
  ]
    .filter(Boolean)
    .join(' ');

/** Rows in which every word of the query occurs, on either side. */
export function searchRows(rows: readonly ResultRowWire[], query: string): readonly ResultRowWire[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const sides = [row.reward_transaction, ...row.pos_transactions].filter((side) => side !== null);
    const text = plain(sides.map(textOf).join(' '));
    return wanted.every((word) => text.includes(word));
  });
}
