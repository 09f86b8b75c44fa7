// Sale, redemption, refund, void, reimbursement: what a status or type cell says.
import type { TransactionType } from '@medspasync/schemas';

// First hit wins: a voided refund is void, a refunded sale a refund.
const WORDS: readonly (readonly [RegExp, TransactionType])[] = [
  [/\bvoid(?:ed)?\b|\bcancell?ed\b|\bdeleted\b|\bdeclined\b|\bfailed\b|\bno[ -]?show\b/i, 'void'],
  [/\brefund(?:ed)?\b|\breturn(?:ed)?\b|\breversal\b|\breversed\b|\bchargeback\b/i, 'refund'],
  [/\breimburse(?:d|ment)\b/i, 'reimbursement'],
  [/\bredemption\b|\bredeem(?:ed)?\b/i, 'redemption'],
  [/\bsale\b|\bpayment\b|\bpurchase\b/i, 'sale'],
];

/** The strongest statement first; undefined for states such as Complete, Closed or Partially refunded. */
export function parseTransactionType(text: string): TransactionType | undefined {
  if (/\bpartial/i.test(text)) return undefined;
  return WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

/** Of two statements about one row, the one that matters more. */
export function strongerType(a: TransactionType | undefined, b: TransactionType | undefined) {
  const rank = (type: TransactionType | undefined) => WORDS.findIndex(([, known]) => known === type);
  if (a === undefined || b === undefined) return a ?? b;
  return rank(a) <= rank(b) ? a : b;
}
