// The report in the order of the files: each reward at its line, readable or not, then what is left of the POS.
import type { MatchResult } from '@medspasync/matching';
import type { UploadSide } from '@medspasync/schemas';
import type { UnreadableRow } from '../../uploads/index.ts';

export type ReportLine = { result: MatchResult } | { side: UploadSide; unreadable: UnreadableRow };

/** Made while they are taken, as `results` may be. @param rewards how many could be read. */
export function* reportLines(
  results: Iterable<MatchResult>,
  unreadable: Record<UploadSide, readonly UnreadableRow[]>,
  rewards: number,
): Generator<ReportLine> {
  let next = 0;
  function* rewardsUpTo(position: number): Generator<ReportLine> {
    for (; (unreadable.reward[next]?.before ?? Number.POSITIVE_INFINITY) <= position; next += 1)
      yield { side: 'reward', unreadable: unreadable.reward[next]! };
  }
  for (const result of results) {
    yield* rewardsUpTo(result.rewardIndex ?? rewards);
    yield { result };
  }
  yield* rewardsUpTo(rewards);
  for (const row of unreadable.pos) yield { side: 'pos', unreadable: row };
}
