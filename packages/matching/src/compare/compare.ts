// Stage 3: candidates → the model's inputs, comparison by comparison in the order of the plan.
import type { Candidates, Compared, Comparison, Records } from '../domain.ts';

/** One comparison after the other over all pairs, so that each one's caches stay hot. */
export function compare(
  records: Records,
  candidates: Candidates,
  comparisons: readonly Comparison[],
): Compared {
  const width = comparisons.reduce((sum, comparison) => sum + comparison.features.length, 0);
  const features = new Float32Array(candidates.count * width);
  let offset = 0;
  for (const comparison of comparisons) {
    const measure = comparison.measureOf(records);
    for (let i = 0; i < candidates.count; i++) {
      measure(candidates.reward[i]!, candidates.pos[i]!, features, i * width + offset);
    }
    offset += comparison.features.length;
  }
  return { candidates, width, features };
}
