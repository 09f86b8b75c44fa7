// The matches file, as the API and the command line write it, for the visitor to save.
import { csvRecord, type MatchesRow, matchesCells, matchesHeader } from '@medspasync/exporting/records';
import type { Books, MatchResult } from '@medspasync/matching';
import { EXCEPTIONS } from '@medspasync/schemas';

export function matchesFileOf(results: readonly MatchResult[], books: Books): Blob {
  const lines = results.map((result) => csvRecord(matchesCells(matchesRow(result, books), undefined)));
  return new Blob([csvRecord(matchesHeader(undefined)), ...lines], { type: 'text/csv;charset=utf-8' });
}

function matchesRow(result: MatchResult, { rewards, pos }: Books): MatchesRow {
  const { rewardIndex, posIndexes, reasonCodes, explanation } = result;
  const reasons = reasonCodes.map((code) => EXCEPTIONS[code].label);
  if (explanation) reasons.push(explanation.summary);
  if (reasons.length === 0 && rewardIndex === null) reasons.push('No reward claims it');
  return {
    ...result,
    // The importer gives every row an id.
    rewardId: rewardIndex === null ? null : rewards[rewardIndex]!.transactionId!,
    posIds: posIndexes.map((index) => pos[index]!.transactionId!),
    reason: reasons.join('. '),
  };
}
