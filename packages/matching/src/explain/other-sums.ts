// What else adds up as well, of an exact sum that is for a person to choose.
import { formatCents } from '@medspasync/schemas';
import type { Records, Side, SumGroup } from '../domain.ts';
import type { NearestReward, RunnerUp } from '../report.ts';

/** Other lines that add up to the reward as well; null where there are none. `matchProbability` is that of the chosen ones. */
export function otherLines(
  { pos }: Records,
  group: SumGroup | undefined,
  matchProbability: number,
): RunnerUp | null {
  if (group?.kind !== 'split' || group.alternatives.length === 0) return null;
  const posIndex = group.alternatives[0]!.find((row) => !group.posRows.includes(row))!;
  return { posIndex, matchProbability, detail: sumsInWords(pos, group) };
}

/** Another reward that adds up to the same sale as well. */
export function otherReward(
  { rewards }: Records,
  group: SumGroup | undefined,
  matchProbability: number,
): NearestReward | null {
  if (group?.kind !== 'shared-invoice' || group.alternatives.length === 0) return null;
  const rewardIndex = group.alternatives[0]!.find((row) => !group.rewardRows.includes(row))!;
  return { rewardIndex, matchProbability, detail: sumsInWords(rewards, group) };
}

/** `$55.00 + $45.00 adds up as well` */
function sumsInWords(side: Side, { alternatives }: SumGroup): string {
  const sums = alternatives.map((rows) =>
    rows.map((row) => formatCents(side.amountCents[side.distinctOf[row]!]!)).join(' + '),
  );
  return `${sums.join(' or ')} adds up as well`;
}
