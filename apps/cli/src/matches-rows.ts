// The engine's report as the lines of a matches file: one per reward record, then one per unclaimed POS record.
import { type MatchesRow, reportedRow, unreadableRow } from '@medspasync/exporting';
import type { MatchResult } from '@medspasync/matching';
import type { Book } from './read-book.ts';
import { idOfRow } from './row-facts.ts';

/** Results between two reports of progress. */
const REPORT_EVERY = 1_000;

/** Rows that could not be read stand at their place with result `error`: nothing of an input is lost silently. */
export function* matchesRows(
  results: Iterable<MatchResult>,
  rewards: Book,
  pos: Book,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Generator<MatchesRow> {
  const unread = rewards.unreadable.map(({ before, transactionId, skipped }) => ({
    before,
    row: unreadableRow('reward', transactionId, skipped),
  }));
  const most = rewards.rows.count + pos.rows.count;
  let next = 0;
  let passed = 0;
  for (const result of results) {
    if (passed % REPORT_EVERY === 0) {
      signal.throwIfAborted();
      onProgress(passed / most);
    }
    passed += 1;
    const reached = result.rewardIndex ?? rewards.rows.count;
    for (; next < unread.length && unread[next]!.before <= reached; next++) yield unread[next]!.row;
    yield resultRow(result, rewards, pos);
  }
  for (; next < unread.length; next++) yield unread[next]!.row;
  for (const { transactionId, skipped } of pos.unreadable) yield unreadableRow('pos', transactionId, skipped);
  onProgress(1);
  signal.throwIfAborted();
}

function resultRow(result: MatchResult, rewards: Book, pos: Book): MatchesRow {
  const { explanation, matchProbability, nearestReward, note, reasonCodes, recommendation } = result;
  const { posIndexes, rewardIndex, runnerUp } = result;
  const idOfReward = (index: number): string => idOfRow(rewards.rows, index);
  const rewardId = rewardIndex === null ? null : idOfReward(rewardIndex);
  const posIds = posIndexes.map((index) => idOfRow(pos.rows, index));
  return reportedRow({
    rewardId,
    posIds,
    result: result.result,
    matchProbability,
    recommendation,
    reasonCodes,
    explanation,
    note,
    runnerUp: runnerUp && { ...runnerUp, posId: idOfRow(pos.rows, runnerUp.posIndex) },
    nearest: nearestReward && {
      rewardId: idOfReward(nearestReward.rewardIndex),
      detail: nearestReward.detail,
    },
  });
}
