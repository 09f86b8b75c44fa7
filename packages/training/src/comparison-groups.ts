// One group of trees per comparison: each may see its own comparison's features only.
import type { Plan } from '@medspasync/matching/stages';
import type { FeatureGroup } from './boost.ts';

export function comparisonGroups(plan: Plan): FeatureGroup[] {
  let index = 0;
  return plan.comparisons.map((comparison) => ({
    name: comparison.name,
    features: comparison.features.map((feature) => ({ index: index++, direction: feature.direction })),
  }));
}
