// A transaction whose texts may still lie in the bytes of its file: a million rows become columns without becoming strings.
import type { Transaction } from './transaction.ts';

/** A text of a row: the ASCII bytes `bytes[from … to)` as they stand where there are any, else `text`. */
export interface TextCell {
  bytes: Uint8Array;
  from: number;
  to: number;
  text: string | undefined;
}

/** The fields that most rows have a text of their own for. */
type CellField =
  | 'transactionId'
  | 'customerName'
  | 'customerPhone'
  | 'customerEmail'
  | 'reference'
  | 'invoiceId';

export interface TransactionCells extends Omit<Transaction, CellField>, Record<CellField, TextCell> {}
