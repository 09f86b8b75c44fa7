// The engine's report as the lines of a matches file: one per reward record, then one per unclaimed POS record.
import type { MatchesRow } from '@medspasync/exporting';
import type { MatchResult } from '@medspasync/matching';
import { confidenceLevelOf, EXCEPTIONS, recommendationOf } from '@medspasync/schemas';
import { type Book, describeSkipped, type UnreadableRow } from './read-book.ts';

/** Rows that could not be read stand at their place with result `error`: nothing of an input is lost silently. */
export function* matchesRows(
  results: readonly MatchResult[],
  rewards: Book,
  pos: Book,
  signal: AbortSignal,
): Generator<MatchesRow> {
  let next = 0;
  for (const result of results) {
    signal.throwIfAborted();
    const reached = result.rewardIndex ?? rewards.transactions.length;
    while (next < rewards.unreadable.length && rewards.unreadable[next]!.before <= reached) {
      yield errorRow(rewards.unreadable[next]!, 'reward');
      next += 1;
    }
    yield resultRow(result, rewards, pos);
  }
  for (; next < rewards.unreadable.length; next++) yield errorRow(rewards.unreadable[next]!, 'reward');
  for (const row of pos.unreadable) yield errorRow(row, 'pos');
}

function resultRow(result: MatchResult, rewards: Book, pos: Book): MatchesRow {
  const { rewardIndex, posIndexes } = result;
  return {
    rewardId: rewardIndex === null ? null : rewards.transactions[rewardIndex]!.transactionId!,
    posIds: posIndexes.map((index) => pos.transactions[index]!.transactionId!),
    result: result.result,
    matchProbability: result.matchProbability,
    confidenceLevel: result.confidenceLevel,
    recommendation: result.recommendation,
    reason: reasonOf(result),
    explanation: result.explanation,
  };
}

/** What kind of case it is, then what speaks for and against the pair. */
function reasonOf({ rewardIndex, reasonCodes, explanation }: MatchResult): string {
  const parts = reasonCodes.map((code) => EXCEPTIONS[code].label);
  if (explanation) parts.push(explanation.summary);
  if (parts.length === 0 && rewardIndex === null) parts.push('No reward claims it');
  return parts.join('. ');
}

function errorRow({ transactionId, skipped }: UnreadableRow, side: 'reward' | 'pos'): MatchesRow {
  return {
    rewardId: side === 'reward' ? transactionId : null,
    posIds: side === 'pos' ? [transactionId] : [],
    result: 'error',
    matchProbability: 0,
    confidenceLevel: confidenceLevelOf(0),
    recommendation: recommendationOf(0),
    reason: `Could not be read: ${describeSkipped(skipped)}`,
  };
}
