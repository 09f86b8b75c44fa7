// Stage 3: candidates → the model's inputs, comparison by comparison in the order of the plan.
import {
  type Candidates,
  type Compared,
  type Comparison,
  DistinctInputs,
  type Inputs,
  type Records,
} from '../domain.ts';
import { idPairCache } from './id-pair-cache.ts';

/** One comparison after the other over all pairs, so that each one's caches stay hot. */
export function compare(
  records: Records,
  candidates: Candidates,
  comparisons: readonly Comparison[],
): Compared {
  return {
    candidates,
    inputs: comparisons.map((comparison) => measureAll(records, candidates, comparison)),
  };
}

function measureAll(records: Records, candidates: Candidates, comparison: Comparison): Inputs {
  const { count, reward, pos } = candidates;
  const width = comparison.features.length;
  const measure = comparison.measureOf(records);
  if (count === 1) {
    // A pair by itself is asked for often, and has nothing to share.
    const values = new Float32Array(width);
    measure(reward[0]!, pos[0]!, values, 0);
    return { width, values, inputOf: Int32Array.of(0) };
  }
  const distinct = new DistinctInputs(width);
  const measured = (r: number, p: number): number => {
    measure(r, p, distinct.row, 0);
    return distinct.idOfRow();
  };
  const inputOf = new Int32Array(count);
  const { only } = comparison;
  if (only === undefined) {
    for (let i = 0; i < count; i++) inputOf[i] = measured(reward[i]!, pos[i]!);
  } else {
    const ofReward = only(records.rewards);
    const ofPos = only(records.pos);
    const cache = idPairCache(count);
    for (let i = 0; i < count; i++) {
      const r = reward[i]!;
      const p = pos[i]!;
      const slot = cache.slotOf(ofReward[r]!, ofPos[p]!);
      if (!cache.holds(slot, ofReward[r]!, ofPos[p]!))
        cache.set(slot, ofReward[r]!, ofPos[p]!, measured(r, p));
      inputOf[i] = cache.value[slot]!;
    }
  }
  return { width, values: distinct.toArray(), inputOf };
}

/** Every pair's inputs side by side: `features[i * width … (i + 1) * width)`, as a trainer wants them. */
export function featureMatrix({ candidates, inputs }: Compared): { width: number; features: Float32Array } {
  const width = inputs.reduce((sum, input) => sum + input.width, 0);
  const features = new Float32Array(candidates.count * width);
  let offset = 0;
  for (const { width: own, values, inputOf } of inputs) {
    for (let i = 0; i < candidates.count; i++) {
      const from = inputOf[i]! * own;
      for (let f = 0; f < own; f++) features[i * width + offset + f] = values[from + f]!;
    }
    offset += own;
  }
  return { width, features };
}
