// Pairs that are each a job of their own, scored together: one run of the model for all, and no pair has a say in another.
// A book without a rival speaks for a pair; where no book was searched, nothing is known of rivals, and they say nothing.
import type { Compared, Inputs, Scored } from '../domain.ts';
import { contributionsByInput } from './contributions.ts';
import { baseOfJob, calibrate, sums } from './score.ts';
import type { Scorer } from './scorer.ts';
import type { TreeEvaluator } from './tree-evaluator.ts';

const UNSTOPPABLE = { checkpoint: () => undefined };

/** The score of one pair, at once: its trees are known. */
export function scoreNow(
  { candidates, inputs }: Compared,
  { manifest }: Scorer,
  { contributions }: TreeEvaluator,
): Scored {
  const { scale } = manifest.calibration;
  const parts = new Float32Array(inputs.length);
  first[0] = manifest.baseLogOdds;
  for (let c = 0; c < parts.length; c++) {
    parts[c] = contributions[c]!(inputs[c]!.values, 0);
    first[0] += parts[c]!;
  }
  const rivals = new Float32Array(1);
  const baseLogOdds = baseOfJob(first, rivals, manifest, 0);
  let total = baseLogOdds;
  for (let c = 0; c < parts.length; c++) {
    parts[c] = parts[c]! * scale;
    total += parts[c]!;
  }
  const scaled = inputs.map((_, c) => ({ logOdds: parts, inputOf: placeOf(c) }));
  return { candidates, contributions: scaled, rivals, baseLogOdds, logOdds: Float64Array.of(total) };
}

/** Written over by each pair: the sum of its own comparisons. */
const first = new Float64Array(1);

/** Where the only pair finds what comparison `c` contributes, when all contributions lie side by side. */
function placeOf(c: number): Int32Array {
  places[c] ??= Int32Array.of(c);
  return places[c];
}
const places: Int32Array[] = [];

/** Each of `jobs` has one candidate; each answer is the one `scoreNow` gives. */
export async function scoreAlone(jobs: readonly Compared[], scorer: Scorer): Promise<Scored[]> {
  if (jobs.length === 0) return [];
  const inputs = together(jobs);
  const byInput = await contributionsByInput(inputs, scorer, UNSTOPPABLE);
  const contributions = inputs.map(({ inputOf }, c) => ({ inputOf, logOdds: byInput[c]! }));
  const first = sums(jobs.length, contributions, () => scorer.manifest.baseLogOdds);
  return jobs.map(({ candidates, inputs: own }, i) => {
    const parts = own.map(({ inputOf }, c) => ({ inputOf, logOdds: byInput[c]!.subarray(i, i + 1) }));
    return calibrate(candidates, parts, first.subarray(i, i + 1), new Float32Array(1), scorer, 0);
  });
}

/** Input i of each comparison is the one of job i. */
function together(jobs: readonly Compared[]): Inputs[] {
  const inputOf = Int32Array.from(jobs, (_, i) => i);
  return jobs[0]!.inputs.map(({ width }, c) => {
    const values = new Float32Array(jobs.length * width);
    for (const [i, { inputs }] of jobs.entries()) values.set(inputs[c]!.values, i * width);
    return { width, values, inputOf };
  });
}
