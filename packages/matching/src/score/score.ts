// Stage 4: the model's contributions, the rivals', and the sum they make, in batches between which a job can stop.
import type { Compared, Records, Scored } from '../domain.ts';
import { estimatePriorShift } from './prior.ts';
import { RIVAL_FEATURES, rivalFeatures } from './rivals.ts';
import type { Scorer } from './scorer.ts';

/** Rows per call of the model: large enough to be quick, small enough to stop soon. */
const BATCH_ROWS = 16_384;

export interface Batching {
  /** Throws when the job was cancelled; called before each batch. */
  checkpoint(processed: number, total: number): void;
}

/** Scores every pair. Each pair's calibrated log-odds is its job's base plus its contributions, exactly. */
export async function score(
  records: Records,
  compared: Compared,
  scorer: Scorer,
  batching: Batching,
): Promise<Scored> {
  const { candidates, width, features } = compared;
  const { baseLogOdds, calibration, comparisons, rivalDamping, trainingPrior } = scorer.manifest;
  const { count } = candidates;
  const contributions = await inBatches(count, width, comparisons.length, features, batching, (rows, n) =>
    scorer.contributions(rows, n),
  );
  const first = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let sum = baseLogOdds;
    for (let c = 0; c < comparisons.length; c++) sum += contributions[i * comparisons.length + c]!;
    first[i] = sum;
  }
  const rivalInputs = rivalFeatures(candidates, first, records.rewards.count, records.pos.count);
  const added = await inBatches(count, RIVAL_FEATURES.length, 1, rivalInputs, batching, (rows, n) =>
    scorer.rivals(rows, n),
  );
  const rivals = added.map((value, i) => value - rivalDamping * first[i]!);
  return calibrate({ candidates, comparisons: comparisons.length, contributions, rivals }, first, {
    ...calibration,
    baseLogOdds,
    trainingPrior,
  });
}

/** Scales the parts and moves the base to the share of true pairs in this job; the total is the sum of what is kept. */
function calibrate(
  parts: Omit<Scored, 'baseLogOdds' | 'logOdds'>,
  first: Float64Array,
  model: { scale: number; shift: number; baseLogOdds: number; trainingPrior: number },
): Scored {
  const { scale, shift } = model;
  const { comparisons } = parts;
  const calibrated = first.map((sum, i) => shift + scale * (sum + parts.rivals[i]!));
  const baseLogOdds = shift + scale * model.baseLogOdds + estimatePriorShift(calibrated, model.trainingPrior);
  const contributions = parts.contributions.map((value) => value * scale);
  const rivals = parts.rivals.map((value) => value * scale);
  const logOdds = calibrated.map((_, i) => {
    let sum = baseLogOdds + rivals[i]!;
    for (let c = 0; c < comparisons; c++) sum += contributions[i * comparisons + c]!;
    return sum;
  });
  return { ...parts, contributions, rivals, baseLogOdds, logOdds };
}

async function inBatches(
  rows: number,
  width: number,
  outputs: number,
  features: Float32Array,
  batching: Batching,
  run: (rows: Float32Array, count: number) => Promise<Float32Array>,
): Promise<Float32Array> {
  const all = new Float32Array(rows * outputs);
  for (let from = 0; from < rows; from += BATCH_ROWS) {
    batching.checkpoint(from, rows);
    const to = Math.min(rows, from + BATCH_ROWS);
    all.set(await run(features.subarray(from * width, to * width), to - from), from * outputs);
  }
  return all;
}
