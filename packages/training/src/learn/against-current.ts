// Is the adapted model better than the one it comes from? Both are asked about the same pairs, the adapted one about pairs it
// has not seen; rewards are drawn again and again to see how far the answer depends on them.
import { createRandom } from '@medspasync/test-kit/random';
import type { ApprovalBounds } from '../approval-bound.ts';
import { countWronglyApproved, type PossibleApproval } from './approvals.ts';
import type { Evidence } from './evidence.ts';
import type { Interval } from './intervals.ts';

/** Positive means that the adapted model is the better one. */
export interface AgainstCurrent {
  isBetter: boolean;
  /** By how much the mean logistic loss is lower, with the 95 % interval of a paired bootstrap over rewards. */
  lossSaved: Interval & { value: number };
  /** Pairs on the wrong side of 0.5. */
  wrong: { current: number; adapted: number };
  /** Pairs that are no match and would be approved without a person, at the current model's bounds. */
  wronglyApproved: { current: number; adapted: number };
}

const DRAWS = 2000;
/** A bootstrap of fewer labelled pairs promises more than it knows. */
export const FEWEST_TO_COMPARE = 30;

/** What a model says of the known rows: log-odds at the pairs' own share of matches, and what it might approve. */
export interface Said {
  logOdds: Float64Array;
  approvals: readonly PossibleApproval[];
}

export function againstCurrent(
  { candidates, labelled, labels }: Pick<Evidence, 'candidates' | 'labelled' | 'labels'>,
  { current, adapted }: { current: Said; adapted: Said },
  bounds: ApprovalBounds,
  seed: number,
): AgainstCurrent {
  const saved = Float64Array.from(
    labels,
    (label, i) => lossOf(current.logOdds[i]!, label) - lossOf(adapted.logOdds[i]!, label),
  );
  const value = saved.reduce((sum, loss) => sum + loss, 0) / saved.length;
  const lossSaved = { value, ...bootstrapMean(saved, candidates.reward, seed) };
  const wrong = { current: wrongOf(current.logOdds, labels), adapted: wrongOf(adapted.logOdds, labels) };
  const wronglyApproved = {
    current: countWronglyApproved(current.approvals, bounds),
    adapted: countWronglyApproved(adapted.approvals, bounds),
  };
  const isProved = labelled >= FEWEST_TO_COMPARE && lossSaved.low > 0;
  const errsMore = wrong.adapted > wrong.current || wronglyApproved.adapted > wronglyApproved.current;
  return { isBetter: isProved && !errsMore, lossSaved, wrong, wronglyApproved };
}

const lossOf = (logOdds: number, label: number): number => {
  const margin = label === 1 ? logOdds : -logOdds;
  return margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
};

const wrongOf = (logOdds: Float64Array, labels: Uint8Array): number =>
  labels.reduce((sum, label, i) => sum + Number(logOdds[i]! >= 0 !== (label === 1)), 0);

/** Percentile interval of the mean; what belongs to one reward is drawn together. */
function bootstrapMean(values: Float64Array, groupOf: Int32Array, seed: number): Interval {
  const numbers = new Map<number, number>();
  const sums: number[] = [];
  const sizes: number[] = [];
  for (const [i, value] of values.entries()) {
    const group = numbers.get(groupOf[i]!) ?? numbers.size;
    numbers.set(groupOf[i]!, group);
    sums[group] = (sums[group] ?? 0) + value;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  const groups = sums.length;
  const random = createRandom(seed);
  const means = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    let sum = 0;
    let size = 0;
    for (let g = 0; g < groups; g++) {
      const drawn = random.below(groups);
      sum += sums[drawn]!;
      size += sizes[drawn]!;
    }
    means[draw] = sum / size;
  }
  means.sort();
  return { low: means[Math.floor(0.025 * DRAWS)]!, high: means[Math.ceil(0.975 * DRAWS) - 1]! };
}
