// The engine's report as the lines of a matches file: one per reward record, then one per unclaimed POS record.
import { type MatchesRow, reportedRow, unreadableRow } from '@medspasync/exporting';
import type { MatchResult } from '@medspasync/matching';
import type { UploadSide } from '@medspasync/schemas';
import type { Book } from './read-book.ts';
import { idReader } from './row-facts.ts';

/** What its lines say of a book. */
export type RowsOfBook = Pick<Book, 'rows' | 'unreadable'>;

/** Rows that could not be read stand at their place with result `error`: nothing of an input is lost silently. */
export function* matchesRows(
  results: Iterable<MatchResult>,
  rewards: RowsOfBook,
  pos: RowsOfBook,
): Generator<MatchesRow> {
  const unread = rewards.unreadable.map(({ before, transactionId, skipped }) => ({
    before,
    row: unreadableRow('reward', transactionId, skipped),
  }));
  const ids = { reward: idReader(rewards.rows), pos: idReader(pos.rows) };
  let next = 0;
  for (const result of results) {
    const reached = result.rewardIndex ?? rewards.rows.count;
    for (; next < unread.length && unread[next]!.before <= reached; next++) yield unread[next]!.row;
    yield resultRow(result, ids);
  }
  for (; next < unread.length; next++) yield unread[next]!.row;
  for (const { transactionId, skipped } of pos.unreadable) yield unreadableRow('pos', transactionId, skipped);
}

/** Tell the ids of the rows of both books. */
type Ids = Record<UploadSide, (row: number) => string>;

function resultRow(result: MatchResult, ids: Ids): MatchesRow {
  const { explanation, matchProbability, nearestReward, note, reasonCodes, recommendation } = result;
  const { posIndexes, rewardIndex, runnerUp } = result;
  const rewardId = rewardIndex === null ? null : ids.reward(rewardIndex);
  const posIds = posIndexes.map((index) => ids.pos(index));
  return reportedRow({
    rewardId,
    posIds,
    result: result.result,
    matchProbability,
    recommendation,
    reasonCodes,
    explanation,
    note,
    runnerUp: runnerUp && { ...runnerUp, posId: ids.pos(runnerUp.posIndex) },
    nearest: nearestReward && {
      rewardId: ids.reward(nearestReward.rewardIndex),
      detail: nearestReward.detail,
    },
  });
}
