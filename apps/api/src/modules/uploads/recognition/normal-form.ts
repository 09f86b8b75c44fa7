// A transaction as rows are compared with rows: two spellings of one thing are one text, and which fields differ.
import { isRowName } from '@medspasync/importing';
import {
  dollarsOf,
  type Transaction,
  type TransactionField,
  TransactionFieldWire,
} from '@medspasync/schemas';

/** What is known of it, by field. */
export type NormalForm = Partial<Record<TransactionField, string | undefined>>;

/** Digits of a phone that count; what stands before them is a country. */
const PHONE_DIGITS = 10;

/**
 * Case, width of characters and blanks change nothing; a row's place in its file is no id. Digests are made of the JSON of it,
 * so the order of the fields is for ever: the wire's.
 */
export function normalFormOf(transaction: Transaction): NormalForm {
  const { amountCents, customerPhone, transactionId } = transaction;
  return {
    transaction_id:
      transactionId !== undefined && isRowName(transactionId) ? undefined : plain(transactionId),
    customer_name: plain(transaction.customerName),
    customer_phone: customerPhone === undefined ? undefined : phone(customerPhone),
    customer_email: plain(transaction.customerEmail),
    service: plain(transaction.service),
    amount: String(dollarsOf(amountCents)),
    date: plain(transaction.date),
    provider: plain(transaction.provider),
    location: plain(transaction.location),
    program: plain(transaction.program),
    reference: plain(transaction.reference),
    invoice_id: plain(transaction.invoiceId),
    type: plain(transaction.type),
  };
}

/** In the order of the wire. */
export function changedFields(before: Transaction, after: Transaction): TransactionField[] {
  const [old, now] = [normalFormOf(before), normalFormOf(after)];
  return TransactionFieldWire.options.filter((field) => old[field] !== now[field]);
}

function plain(text: string): string;
function plain(text: string | undefined): string | undefined;
function plain(text: string | undefined): string | undefined {
  return text?.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

const phone = (text: string): string => text.replace(/\D/g, '').slice(-PHONE_DIGITS) || plain(text);
