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
    const { rewardIndex, posIndexes } = result;
    const rewardId = rewardIndex === null ? null : reportedId(rewards[rewardIndex]!, rewardIndex);
    const posIds = posIndexes.map((index) => reportedId(pos[index]!, index));
    return csvRecord(matchesCells(reportedRow({ ...result, rewardId, posIds }), undefined));
  });
  return new Blob([csvRecord(matchesHeader(undefined)), ...lines], { type: 'text/csv;charset=utf-8' });
}
