// A stored result names transactions by id; in full it carries them.
import type { PlacedTransaction } from '../uploads/index.ts';
import type { StoredResult } from './results.repository.ts';

/** A result with the transactions it speaks of. */
export interface ResultInFull extends Omit<StoredResult, 'runnerUp'> {
  reward: PlacedTransaction | null;
  pos: PlacedTransaction[];
  runnerUp: (NonNullable<StoredResult['runnerUp']> & { pos: PlacedTransaction }) | null;
  /** What a person paired it with instead; else empty. */
  chosen: PlacedTransaction[];
}
