// A transaction as rows are compared with rows: two spellings of one thing are one text, and which fields differ.
import { isRowName } from '@medspasync/importing';
import {
  type Transaction,
  type TransactionField,
  TransactionFieldWire,
  transactionToWire,
} from '@medspasync/schemas';

/** What is known of it, by field. */
export type NormalForm = Partial<Record<TransactionField, string>>;

/** Digits of a phone that count; what stands before them is a country. */
const PHONE_DIGITS = 10;

/** Case, width of characters and blanks change nothing; a row's place in its file is no id. */
export function normalFormOf(transaction: Transaction): NormalForm {
  const wire = transactionToWire(transaction);
  const form: NormalForm = {};
  for (const field of TransactionFieldWire.options) {
    const value = wire[field];
    if (value === undefined || (field === 'transaction_id' && isRowName(String(value)))) continue;
    form[field] = field === 'customer_phone' ? phone(String(value)) : plain(String(value));
  }
  return form;
}

/** In the order of the wire. */
export function changedFields(before: Transaction, after: Transaction): TransactionField[] {
  const [old, now] = [normalFormOf(before), normalFormOf(after)];
  return TransactionFieldWire.options.filter((field) => old[field] !== now[field]);
}

const plain = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

const phone = (text: string): string => text.replace(/\D/g, '').slice(-PHONE_DIGITS) || plain(text);
