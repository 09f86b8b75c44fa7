// Stage 4: the model's contributions, the rivals', and the sum they make. Loops over pairs are plain on purpose: a large
// job has millions.
import { type Candidates, type Compared, HOPELESS_BELOW, type Records, type Scored } from '../domain.ts';
import { allDifferent, kindsOf } from './alike.ts';
import { type Batching, inBatches } from './batching.ts';
import { contributionsByInput } from './contributions.ts';
import { estimatePriorShift } from './prior.ts';
import { RIVAL_FEATURES, rivalFeatures } from './rivals.ts';
import type { ModelManifest, Scorer } from './scorer.ts';

type Contributions = Scored['contributions'];

/** Scores every pair. Each pair's calibrated log-odds is its job's base plus its contributions, exactly. */
export async function score(
  records: Records,
  compared: Compared,
  scorer: Scorer,
  batching: Batching,
): Promise<Scored> {
  const { candidates, inputs, dropped } = compared;
  const byInput = await contributionsByInput(inputs, scorer, batching);
  const contributions = inputs.map(({ inputOf }, c) => ({ inputOf, logOdds: byInput[c]! }));
  const first = sums(candidates.count, contributions, () => scorer.manifest.baseLogOdds);
  const rivalInputs = rivalFeatures(candidates, first, records.rewards.count, records.pos.count);
  const rivals = await rivalContributions(rivalInputs, first, scorer, batching);
  return calibrate(candidates, contributions, first, rivals, scorer, dropped);
}

/** `startOf(pair)` plus the pair's contributions, in the order of the comparisons. */
export function sums(
  count: number,
  contributions: Contributions,
  startOf: (pair: number) => number,
): Float64Array {
  const total = new Float64Array(count);
  for (let i = 0; i < count; i++) total[i] = startOf(i);
  for (const { inputOf, logOdds } of contributions) {
    for (let i = 0; i < count; i++) total[i] = total[i]! + logOdds[inputOf[i]!]!;
  }
  return total;
}

/** What each pair's rivals add, less the share of its own sum that they take back. */
export async function rivalContributions(
  inputs: Float32Array,
  first: Float64Array,
  scorer: Scorer,
  batching: Batching,
): Promise<Float32Array> {
  const { manifest, cuts, evaluator } = scorer;
  const width = RIVAL_FEATURES.length;
  const { kindOf, example } = cuts ? kindsOf(inputs, cuts.rivals) : allDifferent(first.length);
  const byKind = new Float32Array(example.length);
  await inBatches(example.length, batching, async (from, to) => {
    if (evaluator) {
      for (let k = from; k < to; k++) byKind[k] = evaluator.rivals(inputs, example[k]! * width);
      return;
    }
    const rows = new Float32Array((to - from) * width);
    for (let k = from; k < to; k++) {
      for (let f = 0; f < width; f++) rows[(k - from) * width + f] = inputs[example[k]! * width + f]!;
    }
    byKind.set(await scorer.rivals(rows, to - from), from);
  });
  const rivals = new Float32Array(first.length);
  for (let i = 0; i < rivals.length; i++) rivals[i] = byKind[kindOf[i]!]! - manifest.rivalDamping * first[i]!;
  return rivals;
}

/** Where every pair of a job starts: the calibrated base, moved to the share of true pairs in this job. */
export function baseOfJob(
  first: Float64Array,
  rivals: Float32Array,
  { calibration, baseLogOdds, trainingPrior }: ModelManifest,
  dropped: number,
): number {
  const { scale, shift } = calibration;
  const hopeful = new Float64Array(first.length);
  let count = 0;
  for (let i = 0; i < first.length; i++) {
    if (first[i]! >= HOPELESS_BELOW) hopeful[count++] = shift + scale * (first[i]! + rivals[i]!);
  }
  const priorShift = estimatePriorShift(hopeful.subarray(0, count), first.length + dropped, trainingPrior);
  return shift + scale * baseLogOdds + priorShift;
}

/**
 * Scales the parts and moves the base to the share of true pairs in this job; the total is the sum of what is kept.
 * `rivals` is written over.
 */
export function calibrate(
  candidates: Candidates,
  contributions: Contributions,
  first: Float64Array,
  rivals: Float32Array,
  { manifest }: Scorer,
  dropped: number,
): Scored {
  const { scale } = manifest.calibration;
  const baseLogOdds = baseOfJob(first, rivals, manifest, dropped);
  for (let i = 0; i < rivals.length; i++) rivals[i] = rivals[i]! * scale;
  const scaled = contributions.map(({ inputOf, logOdds }) => ({
    inputOf,
    logOdds: logOdds.map((value) => value * scale),
  }));
  const logOdds = sums(candidates.count, scaled, (pair) => baseLogOdds + rivals[pair]!);
  return { candidates, contributions: scaled, rivals, baseLogOdds, logOdds };
}
