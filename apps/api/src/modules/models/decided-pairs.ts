// Decisions of an organization as labelled pairs.
import { MAX_TRAINING_PAIRS } from '@medspasync/schemas';
import { type LabelledPair, pairsFromDecisions } from '@medspasync/training/learn';
import type { DecidedResultsRepository } from '../reconciliation/index.ts';

/** Inside the open transaction. */
export async function decidedPairs(decided: DecidedResultsRepository): Promise<LabelledPair[]> {
  return pairsFromDecisions(await decided.latest(MAX_TRAINING_PAIRS));
}
