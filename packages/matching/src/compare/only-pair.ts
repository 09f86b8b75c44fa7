// The comparisons of the only pair there is, in records of one row each: nothing to share, to remember or to drop.
import type { Candidates, Compared, Comparison, Records } from '../domain.ts';

const ONE_PAIR: Candidates = {
  count: 1,
  reward: Int32Array.of(0),
  pos: Int32Array.of(0),
  rule: Uint8Array.of(0),
  proposed: 1,
  passedOverRewards: 0,
};
const FIRST_INPUT = Int32Array.of(0);

export function compareOnlyPair(records: Records, comparisons: readonly Comparison[]): Compared {
  const { compared, measure } = onlyPair(records, comparisons);
  measure();
  return compared;
}

/** The same for records whose rows are written over by other pairs: `measure` writes anew what is compared. */
export function onlyPair(
  records: Records,
  comparisons: readonly Comparison[],
): { compared: Compared; measure: () => void } {
  const measures = comparisons.map(({ measureOf }) => measureOf(records));
  const inputs = comparisons.map(({ features: { length: width } }) => ({
    width,
    values: new Float32Array(width),
    inputOf: FIRST_INPUT,
  }));
  return {
    compared: { candidates: ONE_PAIR, inputs, dropped: 0 },
    measure: () => {
      for (let c = 0; c < measures.length; c++) measures[c]!(0, 0, inputs[c]!.values, 0);
    },
  };
}
