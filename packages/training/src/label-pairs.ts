// Books with truth → labelled candidate pairs, through the engine's own normalising, blocking and comparing: a model is
// trained on exactly the pairs it will be asked about.

import {
  block,
  type Candidates,
  compare,
  featureMatrix,
  normalise,
  type Plan,
  type Records,
  type ServiceEncoder,
  understandNow,
} from '@medspasync/matching/stages';
import type { Transaction } from '@medspasync/schemas';
import type { TruthLink } from '@medspasync/test-kit';

export interface LabelledBooks {
  rewards: Transaction[];
  pos: Transaction[];
  truth: TruthLink[];
}

export interface LabelledCandidates {
  records: Records;
  candidates: Candidates;
  width: number;
  features: Float32Array;
  labels: Uint8Array;
}

/** Every candidate pair of the books, and whether it is true. Either copy of a redemption entered twice is. */
export function labelCandidates(
  books: LabelledBooks,
  plan: Plan,
  encoder: ServiceEncoder,
): LabelledCandidates {
  const records = understandNow(normalise(books), encoder);
  const candidates = block(records, plan.blockOn, plan.gate);
  const { width, features } = featureMatrix(compare(records, candidates, plan.comparisons));
  const { rewards, pos } = records;
  const answers = answersByReward(books.truth);
  const labels = new Uint8Array(candidates.count);
  for (let i = 0; i < candidates.count; i++) {
    const r = candidates.reward[i]!;
    for (let m = rewards.memberStart[r]!; m < rewards.memberStart[r + 1]!; m++) {
      for (const answer of answers[rewards.members[m]!]!)
        if (pos.distinctOf[answer] === candidates.pos[i]) labels[i] = 1;
    }
  }
  return { records, candidates, width, features, labels };
}

/** POS rows that are a right answer for each reward, copies included. */
export function answersByReward(truth: readonly TruthLink[]): number[][] {
  return truth.map((link) => {
    const source = link.copyOf === undefined ? link : truth[link.copyOf]!;
    return [...source.posIndexes, ...(source.interchangeable ?? [])];
  });
}
