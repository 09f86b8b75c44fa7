// The engine's report as lines of a matches file. One place, so that the command line, the API and a browser say the
// same words about the same result.
import {
  confidenceLevelOf,
  EXCEPTIONS,
  type ExceptionCode,
  type Explanation,
  type Recommendation,
  type Result,
  type ResultState,
  recommendationOf,
  type SkippedRow,
  type Transaction,
  type UploadSide,
  type Verdict,
  WRITE_OFF_REASONS,
  type WriteOffReason,
} from '@medspasync/schemas';
import type { MatchesRow, ReportedRunnerUp } from './matches-row.ts';

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
  /** What became of a row that nothing can match, or of its sale. */
  note?: string | null | undefined;
  /** Of a POS transaction that no reward claimed: the reward that came nearest, and what kept it away. */
  nearest?: { rewardId: string; detail: string } | null;
  /** The sale that came second, or nearest where nothing matched, and what kept it there. */
  runnerUp?: ReportedRunnerUp | null;
}

/** What a person made of a result. */
export interface ReportedDecision {
  verdict: Verdict;
  /** Null when their account is gone. */
  decidedBy: string | null;
  note: string | null;
  /** Of a write-off. */
  reason?: WriteOffReason | null;
  /** Of another pair than the one found. */
  posIds?: readonly string[];
}

/** What is still open about a result. */
export interface OpenCase {
  state: ResultState;
  dollarsAtStake: number;
  /** `YYYY-MM-DD`; null where no date or rule says it. */
  deadline: string | null;
}

const DECIDED: Readonly<Record<Verdict, { verb: string; result: Result }>> = {
  approved: { verb: 'Approved', result: 'match' },
  rejected: { verb: 'Rejected', result: 'no_match' },
  re_paired: { verb: 'Paired anew', result: 'match' },
  written_off: { verb: 'Written off', result: 'no_match' },
};

const STATES: Readonly<Record<ResultState, string>> = {
  EXPECTED: 'Expected',
  MISSING: 'Missing',
  MISMATCHED: 'Mismatched',
};

/** The source's own id, else `row:N`, N counting from 1. */
export const reportedId = ({ transactionId }: Pick<Transaction, 'transactionId'>, index: number): string =>
  transactionId ?? `row:${index + 1}`;

/** One result, decided or not: what was decided is final, and a reward that has none claims no POS transaction. */
export function reportedRow(
  reported: ReportedResult,
  decision: ReportedDecision | null = null,
  open: OpenCase | null = null,
): MatchesRow {
  const { rewardId, matchProbability, recommendation, explanation, runnerUp } = reported;
  const row: MatchesRow = {
    rewardId,
    posIds: decidedPosIds(reported, decision),
    result: decision ? DECIDED[decision.verdict].result : reported.result,
    matchProbability,
    confidenceLevel: confidenceLevelOf(matchProbability),
    recommendation,
    reason: reasonOf(reported, decision, open),
    explanation,
    runnerUp,
  };
  return open ? { ...row, open } : row;
}

function decidedPosIds(
  { posIds, rewardId }: ReportedResult,
  decision: ReportedDecision | null,
): readonly string[] {
  if (decision?.verdict === 're_paired') return decision.posIds ?? [];
  const isFree = decision !== null && DECIDED[decision.verdict].result === 'no_match' && rewardId !== null;
  return isFree ? [] : posIds;
}

/** A reward about which nothing else is told: every other one has a code. */
const TAKEN_BACK = 'A refund or void, or taken back by one';

/** Who decided, what kind of case it is, what is open about it, then what speaks for and against the pair. */
function reasonOf(
  { rewardId, result, reasonCodes, explanation, nearest, note, runnerUp }: ReportedResult,
  decision: ReportedDecision | null,
  open: OpenCase | null,
): string {
  const parts = reasonCodes.map((code) => EXCEPTIONS[code].label);
  if (open) parts.push(wordsOf(open));
  if (note) parts.push(runnerUp ? `${note} (${runnerUp.posId})` : note);
  if (explanation) parts.push(explanation.summary);
  if (parts.length === 0 && rewardId === null) parts.push('No reward claims it');
  if (parts.length === 0 && result === 'no_match') parts.push(TAKEN_BACK);
  const isOpen = !note && (result === 'no_match' || reasonCodes.includes('AMBIGUOUS'));
  if (nearest && isOpen) parts.push(`${nearest.detail} (${nearest.rewardId})`);
  if (runnerUp && isOpen) parts.push(`${runnerUp.detail} (${runnerUp.posId})`);
  if (decision) {
    const why = decision.reason ? `. ${WRITE_OFF_REASONS[decision.reason]}` : '';
    const note = decision.note ? `: ${decision.note}` : '';
    parts.unshift(
      `${DECIDED[decision.verdict].verb} by ${decision.decidedBy ?? 'a former member'}${why}${note}`,
    );
  }
  if (parts.length === 1) return parts[0]!;
  return parts.map((part, i) => (i < parts.length - 1 ? withoutStop(part) : part)).join('. ');
}

const withoutStop = (part: string): string => (part.endsWith('.') ? part.slice(0, -1) : part);

/** `Missing: $40.00 at stake, to be claimed by 2024-02-14` */
const wordsOf = ({ deadline, dollarsAtStake, state }: OpenCase): string =>
  `${STATES[state]}: $${dollarsAtStake.toFixed(2)} at stake${deadline ? `, to be claimed by ${deadline}` : ''}`;

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
