// The transactions of a request body as the code has them. Everything wrong with them is said at once.
import { parseTransactionDate } from '@medspasync/importing';
import {
  type FieldError,
  type Transaction,
  type TransactionWire,
  transactionFromWire,
  type UploadSide,
} from '@medspasync/schemas';
import { Refusal } from '../../platform/errors/index.ts';

type Books<T> = Record<UploadSide, readonly T[] | undefined>;

/** @throws Refusal `request.invalid`, naming each field as `reward_transactions[3].date`. */
export function booksOfRequest(wire: Books<TransactionWire>): Books<Transaction> {
  const errors: FieldError[] = [];
  const read = (side: UploadSide): Transaction[] | undefined =>
    wire[side]?.map((transaction, index) =>
      readTransaction(transaction, (field, message) =>
        errors.push({ field: `${side}_transactions[${index}].${field}`, message }),
      ),
    );
  const books = { reward: read('reward'), pos: read('pos') };
  if (errors.length > 0) throw new Refusal('request.invalid', { errors });
  return books;
}

/** Wire → code, the date normalised as the importer does it; `refuse` hears of every field that cannot be used. */
export function readTransaction(
  wire: TransactionWire,
  refuse: (field: string, message: string) => void,
): Transaction {
  for (const [field, value] of Object.entries(wire))
    if (typeof value === 'string' && !isStorable(value))
      refuse(field, 'has characters that cannot be stored');
  const transaction = transactionFromWire(wire);
  if (wire.date === undefined) return transaction;
  // Month first where the text leaves it open: a body, unlike a file, has no other rows to tell by.
  const date = parseTransactionDate(wire.date);
  if (date === undefined)
    refuse('date', 'is no day of the calendar; write YYYY-MM-DD, or month first as in 01/15/2024');
  return { ...transaction, date };
}

/** JSON may carry NUL and halves of surrogate pairs, PostgreSQL's text may not. */
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);
