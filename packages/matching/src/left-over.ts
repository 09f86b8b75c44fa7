// Sales that a job had given to a reward, and that a person has taken from it: told as a job that leaves them over tells them.
import type { Transaction } from '@medspasync/schemas';
import { unclaimed } from './explain/unclaimed.ts';
import { normalise } from './normalise/normalise.ts';
import type { MatchResult } from './report.ts';

/** @param sales none of them refunded or voided. @returns a result of each, by its place. */
export function leftOver(sales: readonly Transaction[]): MatchResult[] {
  const records = normalise({ rewards: [], pos: sales });
  return sales.map((_, row) => unclaimed(records, row));
}
