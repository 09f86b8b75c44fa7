// A stored result names transactions by id; in full it carries them.
import type { PlacedTransaction } from '../uploads/index.ts';
import type { StoredResult } from './results.repository.ts';

/** A result with the transactions it speaks of. */
export interface ResultInFull extends Omit<StoredResult, 'runnerUp' | 'nearestReward'> {
  reward: PlacedTransaction | null;
  pos: PlacedTransaction[];
  runnerUp: (NonNullable<StoredResult['runnerUp']> & { pos: PlacedTransaction }) | null;
  nearestReward: (NonNullable<StoredResult['nearestReward']> & { reward: PlacedTransaction }) | null;
  /** What a person paired it with instead; else empty. */
  chosen: PlacedTransaction[];
}
