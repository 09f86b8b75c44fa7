// A stored result names transactions by id; in full it carries them.
import type { StoredTransaction } from '../uploads/index.ts';
import type { StoredResult } from './results.repository.ts';

/** A result with the transactions it speaks of. */
export interface ResultInFull extends Omit<StoredResult, 'runnerUp'> {
  reward: StoredTransaction | null;
  pos: StoredTransaction[];
  runnerUp: (NonNullable<StoredResult['runnerUp']> & { pos: StoredTransaction }) | null;
  /** What a person paired it with instead; else empty. */
  chosen: StoredTransaction[];
}
