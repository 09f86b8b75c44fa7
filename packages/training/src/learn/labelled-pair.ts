// What a person knows about two rows: whether they are one redemption.
import type { Transaction } from '@medspasync/schemas';

export interface LabelledPair {
  reward: Transaction;
  pos: Transaction;
  isMatch: boolean;
}

/** Fewer tell nothing at all. */
export const FEWEST_PAIRS = 10;
export const SMALLEST_SPLIT = 0.05;
export const LARGEST_SPLIT = 0.5;
