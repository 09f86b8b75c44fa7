// From a calibrated probability to words and a verdict: the table of the wire contract.
import type { ConfidenceLevel, Recommendation, Result } from './confidence.ts';

/** A match needs at least this probability unless the caller says otherwise. */
export const DEFAULT_THRESHOLD = 0.95;
/** From here to the threshold, a person decides. */
export const REVIEW_FLOOR = 0.7;

const BANDS: readonly { from: number; level: ConfidenceLevel; recommendation: Recommendation }[] = [
  { from: 0.95, level: 'Very High', recommendation: 'AUTO_APPROVE' },
  { from: 0.85, level: 'High', recommendation: 'APPROVE_RECOMMENDED' },
  { from: 0.7, level: 'Medium', recommendation: 'REVIEW_RECOMMENDED' },
  { from: 0.5, level: 'Low', recommendation: 'REVIEW_REQUIRED' },
  { from: 0, level: 'Very Low', recommendation: 'REVIEW_REQUIRED' },
];

const bandOf = (probability: number) => BANDS.find((band) => probability >= band.from) ?? BANDS[4]!;

/** The word for a probability in [0, 1]. */
export const confidenceLevelOf = (probability: number): ConfidenceLevel => bandOf(probability).level;

/** What to do with a probability in [0, 1]. */
export const recommendationOf = (probability: number): Recommendation => bandOf(probability).recommendation;

/** `match` from the threshold on, `review_required` from 0.70 on, else `no_match`. */
export function resultOf(probability: number, threshold: number): Result {
  if (probability >= threshold) return 'match';
  return probability >= REVIEW_FLOOR ? 'review_required' : 'no_match';
}
