// The report in the order of the files: each reward at its line, readable or not, then what is left of the POS.
import type { MatchResult } from '@medspasync/matching';
import type { UploadSide } from '@medspasync/schemas';
import type { UnreadableRow } from '../../uploads/index.ts';

export type ReportLine = { result: MatchResult } | { side: UploadSide; unreadable: UnreadableRow };

/** @param rewards how many could be read. */
export function reportLines(
  results: readonly MatchResult[],
  unreadable: Record<UploadSide, readonly UnreadableRow[]>,
  rewards: number,
): ReportLine[] {
  const lines: ReportLine[] = [];
  let next = 0;
  const addRewardsUpTo = (position: number): void => {
    for (; (unreadable.reward[next]?.before ?? Number.POSITIVE_INFINITY) <= position; next += 1)
      lines.push({ side: 'reward', unreadable: unreadable.reward[next]! });
  };
  for (const result of results) {
    addRewardsUpTo(result.rewardIndex ?? rewards);
    lines.push({ result });
  }
  addRewardsUpTo(rewards);
  for (const row of unreadable.pos) lines.push({ side: 'pos', unreadable: row });
  return lines;
}
