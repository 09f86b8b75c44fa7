// How unlike the training data a job's columns are: measured on what its likely pairs say, comparison by comparison,
// against the shares that training books showed. A model that meets strange columns should ask, not guess.
import type { Drift, Scored } from '../domain.ts';

/** Upper edges of the bins of a calibrated contribution, in log-odds; the last bin is open. */
export const DRIFT_EDGES = [-3, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5] as const;
export const DRIFT_BINS = DRIFT_EDGES.length + 1;

/** What a model's manifest keeps of its training books, per comparison in plan order. */
export interface DriftReference {
  comparisons: {
    /** Shares of the bins among likely pairs where neither side is missing. */
    shares: number[];
    /** A stability index that no training book exceeded. */
    cut: number;
    /** An adapted model weighs a comparison anew: its log-odds per one of the model the shares are from. Default 1. */
    unit?: number;
  }[];
}

/** Pairs less likely than this are no evidence of how this job writes what belongs together. */
const LIKELY_LOG_ODDS = Math.log(0.2 / 0.8);
/** A comparison whose sides are missing contributes zero, but for the rounding of single precision. */
const SAYS_NOTHING = 1e-3;
/** How many pairs' worth of training a job must outweigh: a handful of rows is never far from it. */
const REFERENCE_WEIGHT = 50;

/** Bin counts per comparison among each reward's best pair, where it is likely; and how many say nothing. */
export function driftCounts(
  { candidates, contributions, logOdds }: Scored,
  rewards: number,
  reference?: DriftReference,
): { bins: Float64Array; missing: number; pairs: number }[] {
  const best = bestLikelyPairs(candidates.reward, logOdds, rewards);
  return contributions.map((own, c) => {
    const unit = reference?.comparisons[c]?.unit ?? 1;
    const bins = new Float64Array(DRIFT_BINS);
    let missing = 0;
    for (const pair of best) {
      const bin = driftBin(own.logOdds[own.inputOf[pair]!]! / unit);
      if (bin === null) missing++;
      else bins[bin]!++;
    }
    return { bins, missing, pairs: best.length };
  });
}

export function measureDrift(
  scored: Scored,
  rewards: number,
  reference: DriftReference,
  comparisons: readonly { name: string; label: string }[],
): Drift {
  const counted = driftCounts(scored, rewards, reference);
  const drifts = comparisons.map(({ name, label }, c) => {
    const { bins, missing, pairs } = counted[c]!;
    const { shares, cut } = reference.comparisons[c]!;
    return {
      comparison: name,
      label,
      stabilityIndex: stabilityIndex(bins, shares),
      missing: pairs === 0 ? 0 : missing / pairs,
      cut,
    };
  });
  return {
    overall: Math.max(0, ...drifts.map(({ stabilityIndex: index, cut }) => index / cut)),
    comparisons: drifts,
  };
}

/** Population stability index: Σ (p − q) · ln(p / q), after the job's counts are mixed with some of the reference's. */
export function stabilityIndex(counts: Float64Array, reference: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0) + REFERENCE_WEIGHT;
  let index = 0;
  for (const [bin, count] of counts.entries()) {
    const expected = reference[bin]!;
    const found = (count + REFERENCE_WEIGHT * expected) / total;
    index += (found - expected) * Math.log(found / expected);
  }
  return index;
}

function bestLikelyPairs(reward: Int32Array, logOdds: Float64Array, rewards: number): Int32Array {
  const best = new Int32Array(rewards).fill(-1);
  for (let i = 0; i < reward.length; i++) {
    const r = reward[i]!;
    if (logOdds[i]! < LIKELY_LOG_ODDS) continue;
    if (best[r] === -1 || logOdds[i]! > logOdds[best[r]!]!) best[r] = i;
  }
  return best.filter((pair) => pair !== -1);
}

/** The bin of a calibrated contribution in its reference's units, or null where it says nothing. */
export function driftBin(contribution: number): number | null {
  if (Math.abs(contribution) < SAYS_NOTHING) return null;
  let bin = 0;
  while (bin < DRIFT_EDGES.length && contribution > DRIFT_EDGES[bin]!) bin++;
  return bin;
}
