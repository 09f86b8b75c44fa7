// Stage 3: candidates → the model's inputs, comparison by comparison in the order of the plan. Where the model's trees are
// known, pairs that can come to nothing are dropped on the way: what is cheap to measure rules most of them out.
import {
  type Candidates,
  type Compared,
  type Comparison,
  Int32List,
  type OnceMade,
  type Records,
  type Sieve,
} from '../domain.ts';
import { measuredComparison } from './measured-comparison.ts';
import { PairSieve } from './pair-sieve.ts';
import { classesOf, type PairClasses } from './row-classes.ts';

/**
 * Pairs taken at once: one comparison after the other over them, so that each one's caches stay hot. Each fills the processor's nearer
 * caches by itself, and fewer pairs at once would pay for that more often.
 */
const CHUNK_PAIRS = 65_536;

/** Of each comparison; undefined where pairs hardly measure alike. */
export type CompareClasses = readonly (OnceMade<PairClasses> | undefined)[];

export const compareClasses = (records: Records, comparisons: readonly Comparison[]): CompareClasses =>
  comparisons.map((comparison) => classesOf(records, comparison));

/** Without a `sieve` no pair is dropped, which is how a model is trained. `checkpoint` is called between comparisons. Searches of one job can share their `classes`. */
export function compare(
  records: Records,
  candidates: Candidates,
  comparisons: readonly Comparison[],
  sieve?: Sieve,
  checkpoint?: (processed: number, total: number) => void,
  classes: CompareClasses = compareClasses(records, comparisons),
): Compared {
  const measured = comparisons.map((comparison, c) =>
    measuredComparison(records, comparison, candidates.count, sieve?.contributions[c], classes[c]?.get()),
  );
  const effortOf = (c: number): number => comparisons[c]!.effort ?? 0;
  const order = [...comparisons.keys()].sort((a, b) => effortOf(a) - effortOf(b));
  const pairs = new PairSieve(candidates, measured, sieve);
  const left = new Int32List();
  for (let from = 0; from < candidates.count; from = pairs.end) {
    pairs.take(from, CHUNK_PAIRS);
    for (const [n, c] of order.entries()) {
      checkpoint?.(from + ((pairs.end - from) * n) / order.length, candidates.count);
      pairs.measure(c);
      const next = order[n + 1];
      if (next === undefined || effortOf(next) > effortOf(c)) pairs.dropHopeless();
    }
    const { which, count } = pairs.atHand;
    for (let k = 0; k < count; k++) left.push(which[k]!);
    for (const comparison of measured) comparison.keep(count);
  }
  return {
    candidates: leftOf(candidates, left),
    inputs: measured.map((comparison) => comparison.toInputs()),
    dropped: pairs.dropped,
  };
}

function leftOf(candidates: Candidates, left: Int32List): Candidates {
  if (left.length === candidates.count) return candidates;
  const pairs = left.toArray();
  const count = pairs.length;
  const reward = new Int32Array(count);
  const pos = new Int32Array(count);
  const rule = new Uint8Array(count);
  for (let k = 0; k < count; k++) {
    const i = pairs[k]!;
    reward[k] = candidates.reward[i]!;
    pos[k] = candidates.pos[i]!;
    rule[k] = candidates.rule[i]!;
  }
  return { ...candidates, count, reward, pos, rule };
}

/** Every pair's inputs side by side: `features[i * width … (i + 1) * width)`, as a trainer wants them. */
export function featureMatrix({ candidates, inputs }: Pick<Compared, 'candidates' | 'inputs'>): {
  width: number;
  features: Float32Array;
} {
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
