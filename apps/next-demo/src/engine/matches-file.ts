// The matches file, as the API and the command line write it, for the visitor to save.
import {
  csvRecord,
  matchesCells,
  matchesHeader,
  reportedId,
  reportedRow,
} from '@medspasync/exporting/records';
import type { Books, MatchResult } from '@medspasync/matching';

export function matchesFileOf(results: readonly MatchResult[], { rewards, pos }: Books): Blob {
  const lines = results.map((result) => {
    const { posIndexes, rewardIndex, runnerUp } = result;
    const rewardId = rewardIndex === null ? null : reportedId(rewards[rewardIndex]!, rewardIndex);
    const posIds = posIndexes.map((index) => reportedId(pos[index]!, index));
    const second = runnerUp && { ...runnerUp, posId: reportedId(pos[runnerUp.posIndex]!, runnerUp.posIndex) };
    const row = reportedRow({ ...result, rewardId, posIds, runnerUp: second });
    return csvRecord(matchesCells(row, undefined));
  });
  return new Blob([csvRecord(matchesHeader(undefined)), ...lines], { type: 'text/csv;charset=utf-8' });
}
