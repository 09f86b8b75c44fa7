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

/** The same in cents: all of a row that is taken back, and of a line whose invoice was refunded in part as much as may be of it. */
export function centsTakenBack(rows: readonly Transaction[]): number[] {
  const { rewards } = normalise({ rewards: rows, pos: [] });
  return rows.map(({ amountCents }, row) => {
    const r = rewards.distinctOf[row]!;
    if (rewards.reversal[r] !== 0) return 0;
    return rewards.cancelled[r] === 1 ? amountCents : Math.min(rewards.refundedCents[r]!, amountCents);
  });
}
