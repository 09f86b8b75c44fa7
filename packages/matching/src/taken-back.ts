// What refunds and voids of one portal or till take back, told without a job: rows of several files are judged as if one had them.
import type { Transaction } from '@medspasync/schemas';
import { normalise } from './normalise/normalise.ts';

/** @param rows of one side, reversals among them. @returns of each, by its place, whether a reversal takes it back. */
export function takenBack(rows: readonly Transaction[]): boolean[] {
  const { rewards } = normalise({ rewards: rows, pos: [] });
  return rows.map((_, row) => {
    const r = rewards.distinctOf[row]!;
    return rewards.cancelled[r] === 1 && rewards.reversal[r] === 0;
  });
}
