// From a sum to a verdict, in one place for jobs and single pairs.
import {
  type ConfidenceLevel,
  confidenceLevelOf,
  type ExceptionCode,
  type Recommendation,
  type Result,
  recommendationOf,
  resultOf,
} from '@medspasync/schemas';

export interface Verdict {
  matchProbability: number;
  confidenceLevel: ConfidenceLevel;
  recommendation: Recommendation;
  result: Result;
}

export interface VerdictLimits {
  threshold: number;
  doubtfulCeiling: number;
  /** The model's measured bound for approving pairs whose amounts do not agree; see its manifest. */
  approveFrom: number;
}

/** From here on the wire's table says AUTO_APPROVE. */
const AUTO_APPROVE_FROM = 0.95;

/** A verdict, and why it is worth less than the pair's own sum; null when it is worth all of it. */
export interface Decision {
  verdict: Verdict;
  held: string | null;
}

/**
 * The verdict on a pair worth `totalLogOdds`. A family shares phones and surnames, and a tie is a toss-up; and where
 * the amounts are open, approvals below the model's own bound were measured to go wrong too often. None of these is worth
 * more than `doubtfulCeiling`, so that no such pair is approved by itself; a tie is always a review.
 */
export function decide(
  totalLogOdds: number,
  found: { codes: readonly ExceptionCode[]; isAmountOpen: boolean },
  limits: VerdictLimits,
): Decision {
  const alone = 1 / (1 + Math.exp(-totalLogOdds));
  const doubt = doubtOf(alone, found, limits.approveFrom);
  const isHeld = doubt !== null && alone > limits.doubtfulCeiling;
  const matchProbability = isHeld ? limits.doubtfulCeiling : alone;
  const isTie = found.codes.includes('AMBIGUOUS');
  return {
    verdict: {
      matchProbability,
      confidenceLevel: confidenceLevelOf(matchProbability),
      recommendation: recommendationOf(matchProbability),
      result: isTie ? 'review_required' : resultOf(matchProbability, limits.threshold),
    },
    held: isHeld ? doubt : null,
  };
}

function doubtOf(
  alone: number,
  found: { codes: readonly ExceptionCode[]; isAmountOpen: boolean },
  approveFrom: number,
): string | null {
  if (found.codes.includes('AMBIGUOUS')) return 'Another candidate fits as well';
  if (found.codes.includes('HOUSEHOLD')) return 'A family shares this phone';
  const isUnproved = found.isAmountOpen && alone >= AUTO_APPROVE_FROM && alone < approveFrom;
  return isUnproved ? 'Amounts differ: approved by a person only' : null;
}
