// What payments have paid of a row's redemption so far, and what they have left: only where they have paid is there a rest.
import { centsOf, type ResultRowWire } from '@medspasync/schemas';
import { formatDollars } from '../money.ts';
import { amountOf } from './result-words.ts';

type PaidRow = Pick<ResultRowWire, 'reimbursed_amount' | 'reward_transaction' | 'pos_transaction'>;

/** Dollars that no payment has paid: all of them where none has come, below zero where more has. */
export const unpaidOf = (row: PaidRow): number =>
  (centsOf(amountOf(row)) - centsOf(row.reimbursed_amount)) / 100;

/** Whether there is something to give up: payments have not paid all of it. */
export const hasUnpaid = (row: PaidRow): boolean => row.reimbursed_amount === 0 || unpaidOf(row) > 0;

/** Whether payments have paid of it, and not all. */
export const isPaidInPart = (row: PaidRow): boolean => row.reimbursed_amount > 0 && unpaidOf(row) > 0;

/** `Payments have paid $70.00 of it so far; $30.00 is left.`; undefined where none has come. */
export function paidWordsOf(row: PaidRow & Pick<ResultRowWire, 'rest_write_off'>): string | undefined {
  const paid = row.reimbursed_amount;
  if (paid === 0) return undefined;
  const left = unpaidOf(row);
  if (left === 0) return 'Payments have paid all of it.';
  if (left < 0) return `Payments have paid ${formatDollars(paid)}, ${formatDollars(-left)} more than it is.`;
  // What somebody gives up of it has words of its own.
  const rest = row.rest_write_off ? '' : `; ${formatDollars(left)} is left`;
  return `Payments have paid ${formatDollars(paid)} of it so far${rest}.`;
}
