// What likely pairs of training books look like, and how far such books lie from each other: the yardstick of drift.
import type { Scorer } from '@medspasync/matching';
import {
  block,
  compare,
  DRIFT_BINS,
  type DriftReference,
  driftCounts,
  normalise,
  type Plan,
  score,
  stabilityIndex,
  understandNow,
} from '@medspasync/matching/stages';
import { booksOf, makeBooks, SPLITS } from './curriculum.ts';
import { fourPlaces, keptShares } from './drift-shares.ts';

/** Books with fewer likely pairs that say something are too small to tell. */
const FEWEST_PAIRS = 30;
/** A job may be this much further from training than the furthest book of training. */
const SLACK = 1.25;
const SMALLEST_CUT = 0.1;

const UNSTOPPABLE = { checkpoint: () => undefined };

/** Measured on the books of training and calibration, each of which weighs the same: odd files are rare among them. */
export async function measureDriftReference(scorer: Scorer, plan: Plan): Promise<DriftReference> {
  const counts: Float64Array[][] = plan.comparisons.map(() => []);
  for (const options of [...booksOf(SPLITS.trees), ...booksOf(SPLITS.calibration)]) {
    const records = understandNow(normalise(makeBooks(options)), scorer.encoder);
    const candidates = block(records, plan.blockOn, plan.gate);
    const scored = await score(records, compare(records, candidates, plan.comparisons), scorer, UNSTOPPABLE);
    for (const [c, { bins, missing, pairs }] of driftCounts(scored, records.rewards.count).entries()) {
      if (pairs - missing >= FEWEST_PAIRS) counts[c]!.push(bins);
    }
  }
  return { comparisons: counts.map(referenceOf) };
}

function referenceOf(books: readonly Float64Array[]): DriftReference['comparisons'][number] {
  const shares = new Array<number>(DRIFT_BINS).fill(0);
  for (const bins of books) {
    const total = bins.reduce((sum, count) => sum + count, 0);
    for (const [bin, count] of bins.entries()) shares[bin] = shares[bin]! + count / total / books.length;
  }
  const kept = keptShares(shares);
  const furthest = Math.max(0, ...books.map((bins) => stabilityIndex(bins, kept)));
  return { shares: kept, cut: fourPlaces(Math.max(SMALLEST_CUT, SLACK * furthest)) };
}
