// The engine's report as lines of a matches file. One place, so that the command line, the API and a browser say the
// same words about the same result.
import {
  confidenceLevelOf,
  EXCEPTIONS,
  type ExceptionCode,
  type Explanation,
  type Recommendation,
  type Result,
  recommendationOf,
  type SkippedRow,
  type Transaction,
  type UploadSide,
} from '@medspasync/schemas';
import type { MatchesRow } from './matches-row.ts';

/** A result with the ids of what it speaks of. */
export interface ReportedResult {
  /** Null for a POS transaction that no reward claimed. */
  rewardId: string | null;
  posIds: readonly string[];
  result: Result;
  matchProbability: number;
  recommendation: Recommendation;
  reasonCodes: readonly ExceptionCode[];
  explanation: Explanation | null;
}

/** What a person made of a result. */
export interface ReportedDecision {
  verdict: 'approved' | 'rejected';
  /** Null when their account is gone. */
  decidedBy: string | null;
  note: string | null;
}

/** The source's own id, else `row:N`, N counting from 1. */
export const reportedId = ({ transactionId }: Transaction, index: number): string =>
  transactionId ?? `row:${index + 1}`;

/** One result, decided or not: approved is a match; rejected is none, and claims no POS transaction. */
export function reportedRow(reported: ReportedResult, decision: ReportedDecision | null = null): MatchesRow {
  const { rewardId, posIds, matchProbability, recommendation, explanation } = reported;
  const isRejected = decision?.verdict === 'rejected';
  return {
    rewardId,
    posIds: isRejected ? [] : posIds,
    result: isRejected ? 'no_match' : decision ? 'match' : reported.result,
    matchProbability,
    confidenceLevel: confidenceLevelOf(matchProbability),
    recommendation,
    reason: reasonOf(reported, decision),
    explanation,
  };
}

/** Who decided, what kind of case it is, then what speaks for and against the pair. */
function reasonOf(
  { rewardId, reasonCodes, explanation }: ReportedResult,
  decision: ReportedDecision | null,
): string {
  const parts = reasonCodes.map((code) => EXCEPTIONS[code].label);
  if (explanation) parts.push(explanation.summary);
  if (parts.length === 0 && rewardId === null) parts.push('No reward claims it');
  if (decision) {
    const verb = decision.verdict === 'approved' ? 'Approved' : 'Rejected';
    const note = decision.note ? `: ${decision.note}` : '';
    parts.unshift(`${verb} by ${decision.decidedBy ?? 'a former member'}${note}`);
  }
  return parts.join('. ');
}

/** A POS transaction that only a rejected pair had claimed. */
export const releasedRow = (posId: string): MatchesRow => ({
  ...unmatchedRow('pos', posId),
  result: 'no_match',
  reason: 'Its pair was rejected',
});

/** A row of an input that could not be read: nothing of an input is lost silently. */
export const unreadableRow = (side: UploadSide, id: string, skipped: SkippedRow): MatchesRow => ({
  ...unmatchedRow(side, id),
  result: 'error',
  reason: `Could not be read: ${describeSkipped(skipped)}`,
});

/** `row 7, Amount: is blank` */
export const describeSkipped = ({ row, column, reason }: SkippedRow): string =>
  `row ${row}${column === undefined ? '' : `, ${column}`}: ${reason}`;

const unmatchedRow = (side: UploadSide, id: string) => ({
  rewardId: side === 'reward' ? id : null,
  posIds: side === 'pos' ? [id] : [],
  matchProbability: 0,
  confidenceLevel: confidenceLevelOf(0),
  recommendation: recommendationOf(0),
});
