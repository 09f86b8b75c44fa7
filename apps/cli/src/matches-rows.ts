// The engine's report as the lines of a matches file: one per reward record, then one per unclaimed POS record.
import { type MatchesRow, reportedId, reportedRow, unreadableRow } from '@medspasync/exporting';
import type { MatchResult } from '@medspasync/matching';
import type { Book } from './read-book.ts';

/** Results between two reports of progress. */
const REPORT_EVERY = 1_000;

/** Rows that could not be read stand at their place with result `error`: nothing of an input is lost silently. */
export function* matchesRows(
  results: readonly MatchResult[],
  rewards: Book,
  pos: Book,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Generator<MatchesRow> {
  const unread = rewards.unreadable.map(({ before, transactionId, skipped }) => ({
    before,
    row: unreadableRow('reward', transactionId, skipped),
  }));
  let next = 0;
  for (const [index, result] of results.entries()) {
    if (index % REPORT_EVERY === 0) {
      onProgress(index / results.length);
      signal.throwIfAborted();
    }
    const reached = result.rewardIndex ?? rewards.transactions.length;
    for (; next < unread.length && unread[next]!.before <= reached; next++) yield unread[next]!.row;
    yield resultRow(result, rewards, pos);
  }
  for (; next < unread.length; next++) yield unread[next]!.row;
  for (const { transactionId, skipped } of pos.unreadable) yield unreadableRow('pos', transactionId, skipped);
  onProgress(1);
  signal.throwIfAborted();
}

function resultRow(result: MatchResult, rewards: Book, pos: Book): MatchesRow {
  const { rewardIndex, posIndexes, matchProbability, recommendation, reasonCodes, explanation } = result;
  const rewardId = rewardIndex === null ? null : reportedId(rewards.transactions[rewardIndex]!, rewardIndex);
  const posIds = posIndexes.map((index) => reportedId(pos.transactions[index]!, index));
  return reportedRow({
    rewardId,
    posIds,
    result: result.result,
    matchProbability,
    recommendation,
    reasonCodes,
    explanation,
  });
}
