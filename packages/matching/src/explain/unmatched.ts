// The result of a row without a counterpart.
import {
  confidenceLevelOf,
  type ExceptionCode,
  type Explanation,
  recommendationOf,
} from '@medspasync/schemas';
import type { MatchResult, RunnerUp } from '../report.ts';

export function unmatched(
  rewardIndex: number | null,
  explanation: Explanation | null,
  matchProbability: number,
  runnerUp: RunnerUp | null,
  reasonCodes: ExceptionCode[],
): MatchResult {
  return {
    rewardIndex,
    posIndexes: [],
    result: 'no_match',
    matchProbability,
    confidenceLevel: confidenceLevelOf(matchProbability),
    recommendation: recommendationOf(matchProbability),
    explanation,
    runnerUp,
    nearestReward: null,
    reasonCodes,
  };
}
