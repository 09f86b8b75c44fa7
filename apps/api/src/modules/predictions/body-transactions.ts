// Transactions of a request body: wire → code, dates normalised as the importer does it.
import { parseTransactionDate } from '@medspasync/importing';
import {
  type FieldError,
  type Transaction,
  type TransactionWire,
  transactionFromWire,
} from '@medspasync/schemas';

/** Where a body names its transactions: `reward_transactions` and an index, or just `reward_transaction`. */
type FieldOf = (index: number) => string;

/** Reads transactions and adds one error per date that is no day of the calendar, so that all are told at once. */
export const transactionsFromBody = (
  wires: readonly TransactionWire[],
  fieldOf: FieldOf,
  errors: FieldError[],
): Transaction[] =>
  wires.map((wire, index) => {
    const date = wire.date === undefined ? undefined : parseTransactionDate(wire.date);
    if (wire.date !== undefined && date === undefined)
      errors.push({
        field: `${fieldOf(index)}.date`,
        message: 'is no day of the calendar; write YYYY-MM-DD, or month first as in 01/15/2024',
      });
    return { ...transactionFromWire(wire), date };
  });
