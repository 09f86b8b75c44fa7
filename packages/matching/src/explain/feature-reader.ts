// What the comparisons measured in a pair, by feature name, for the rules that need a feature or two.
import type { Compared, Comparison } from '../domain.ts';

/** Value of one feature in one pair; NaN where a side is missing. */
export type FeatureOfPair = (pair: number) => number;

/** Finds a feature of the plan once, so that reading it from many pairs is an array access. */
export function featureReader(
  compared: Compared,
  comparisons: readonly Comparison[],
): (name: string) => FeatureOfPair {
  return (name) => {
    for (const [c, { features }] of comparisons.entries()) {
      const at = features.findIndex((feature) => feature.name === name);
      if (at === -1) continue;
      const { width, values, inputOf } = compared.inputs[c]!;
      return (pair) => values[inputOf[pair]! * width + at]!;
    }
    throw new Error(`the plan has no feature ${name}`);
  };
}
