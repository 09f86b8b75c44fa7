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
  bounds: ApprovalBounds;
}

/** The model's measured bounds for approving a pair without a person; see its manifest. */
export interface ApprovalBounds {
  /** Where the amounts are open, and where they agree. */
  openAmounts: number;
  agreeingAmounts: number;
  /** True when the bounds were raised because the job is unlike what the model was taught on. */
  isUnlike: boolean;
}

/** From here on the wire's table says AUTO_APPROVE. */
const AUTO_APPROVE_FROM = 0.95;

/** The most a refund, void or reimbursement may be worth, however much it looks like the sale it is about. */
const REVERSAL_CEILING = 0.01;

/** The most two people's rows may be worth that share a day or a treatment: below even odds. */
export const TWO_PEOPLE_CEILING = 0.45;
export const TWO_PEOPLE = 'Two people: the first names share nothing';

/** Two candidates this unlikely are no tie: neither fits. */
const TIE_FROM = 0.2;

/** What was found in a pair beside its score. */
export interface Found {
  codes: readonly ExceptionCode[];
  isAmountOpen: boolean;
  /** What asks for a person whatever the sum, in words: names of two people, a sale short of the reward. */
  doubt: string | null;
  /** First names that share nothing, without equal money or beside another phone, and nothing else that says who it was. */
  areTwoPeople: boolean;
  /** Another candidate, still free, is close. */
  isClose: boolean;
  /** What is ambiguous is which rows add up, not which one fits. */
  doOtherSumsFit?: boolean;
  /** A person said that the names are of two members of a family. */
  isKnownHousehold?: boolean;
  /** A side is a refund, void or reimbursement. Blocking proposes none, so only a pair asked about by itself can be one. */
  isReversal?: boolean;
}

/** A verdict, and why it is worth less than the pair's own sum; null when it is worth all of it. */
export interface Decision {
  verdict: Verdict;
  held: string | null;
}

/**
 * The verdict on a pair worth `totalLogOdds`. A family shares phones and surnames, and a tie is a toss-up; and where
 * approvals below the model's own bounds were measured to go wrong too often. None of these is worth
 * more than `doubtfulCeiling`, so that no such pair is approved by itself; a tie of likely pairs is always a review, and a known household
 * never more than one.
 */
export function decide(totalLogOdds: number, found: Found, limits: VerdictLimits): Decision {
  const alone = 1 / (1 + Math.exp(-totalLogOdds));
  const doubt = doubtOf(alone, found, limits.bounds);
  const ceiling = ceilingOf(found, limits);
  const isHeld = doubt !== null && alone > ceiling;
  const matchProbability = isHeld ? ceiling : alone;
  const isTie = found.codes.includes('AMBIGUOUS') && !found.areTwoPeople && matchProbability >= TIE_FROM;
  const result = resultOf(matchProbability, limits.threshold);
  const isReview = isTie || (found.isKnownHousehold && result === 'match');
  return {
    verdict: {
      matchProbability,
      confidenceLevel: confidenceLevelOf(matchProbability),
      recommendation: recommendationOf(matchProbability),
      result: isReview ? 'review_required' : result,
    },
    held: isHeld ? doubt : null,
  };
}

function ceilingOf({ isReversal, areTwoPeople }: Found, { doubtfulCeiling }: VerdictLimits): number {
  if (isReversal) return REVERSAL_CEILING;
  return areTwoPeople ? TWO_PEOPLE_CEILING : doubtfulCeiling;
}

function doubtOf(alone: number, found: Found, bounds: ApprovalBounds): string | null {
  if (found.isReversal) return 'A refund, void or reimbursement is no sale';
  if (found.areTwoPeople) return TWO_PEOPLE;
  if (found.codes.includes('AMBIGUOUS'))
    return found.doOtherSumsFit ? 'Other rows add up as well' : 'Another candidate fits about as well';
  if (found.isKnownHousehold) return 'A member of the family: approved by a person only';
  if (found.codes.includes('HOUSEHOLD')) return 'A family shares this phone';
  if (found.doubt !== null) return found.doubt;
  if (found.isClose) return 'Another candidate comes close: approved by a person only';
  const provedFrom = found.isAmountOpen ? bounds.openAmounts : bounds.agreeingAmounts;
  if (alone < AUTO_APPROVE_FROM || alone >= provedFrom) return null;
  if (bounds.isUnlike)
    return 'These files are unlike those the model was taught on: approved by a person only';
  return found.isAmountOpen
    ? 'Amounts differ: approved by a person only'
    : 'Less sure than what was always right: approved by a person only';
}
