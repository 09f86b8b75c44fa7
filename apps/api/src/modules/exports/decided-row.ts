// A result as the matches file has it: what the engine found, and what a person made of it.
import type { MatchesRow } from '@medspasync/exporting';
import { confidenceLevelOf, EXCEPTIONS, fromWire } from '@medspasync/schemas';
import type { ResultInFull } from '../reconciliation/index.ts';
import type { StoredTransaction } from '../uploads/index.ts';

/** The source's own id, else `row:N`, N counting from 1: as the importer and the command line name it. */
const idOf = ({ position, transaction }: StoredTransaction): string =>
  transaction.transactionId ?? `row:${position + 1}`;

/** Approved is a match; rejected is none, and claims no POS transaction. */
export function decidedRow(row: ResultInFull): MatchesRow {
  const { decision, explanation } = row;
  const isRejected = decision?.verdict === 'rejected';
  return {
    rewardId: row.reward && idOf(row.reward),
    posIds: isRejected ? [] : row.pos.map(idOf),
    result: isRejected ? 'no_match' : decision ? 'match' : row.result,
    matchProbability: row.matchProbability,
    confidenceLevel: confidenceLevelOf(row.matchProbability),
    recommendation: row.recommendation,
    reason: reasonOf(row),
    explanation: explanation && fromWire(explanation),
  };
}

/** A POS transaction that only a rejected pair had claimed. */
export const releasedRow = (pos: StoredTransaction): MatchesRow => ({
  rewardId: null,
  posIds: [idOf(pos)],
  result: 'no_match',
  matchProbability: 0,
  confidenceLevel: confidenceLevelOf(0),
  recommendation: 'REVIEW_REQUIRED',
  reason: 'Its pair was rejected',
});

/** Who decided, what kind of case it is, what speaks for and against the pair. */
function reasonOf({ decision, explanation, reasonCodes }: ResultInFull): string {
  const parts = reasonCodes.map((code) => EXCEPTIONS[code].label);
  if (explanation) parts.push(explanation.summary);
  if (decision) {
    const verb = decision.verdict === 'approved' ? 'Approved' : 'Rejected';
    const note = decision.note ? `: ${decision.note}` : '';
    parts.unshift(`${verb} by ${decision.decidedBy ?? 'a former member'}${note}`);
  }
  return parts.join('. ');
}
