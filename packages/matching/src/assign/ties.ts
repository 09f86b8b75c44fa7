// A reward whose POS row could as well have been another free one: chance must not decide, a person does.
import type { Assigned, Records, Scored, Side } from '../domain.ts';
import { areDuplicates } from './duplicates.ts';
import { pairsByRow } from './pairs-by-row.ts';

/** Marks assigned rewards that have a free rival within `withinLogOdds` of their own pair. */
export function findTies(records: Records, scored: Scored, assigned: Assigned, withinLogOdds: number): void {
  const { candidates, logOdds } = scored;
  const { rewardStart, posStart, posPairs } = pairsByRow(
    candidates,
    records.rewards.count,
    records.pos.count,
  );
  for (const rewardRow of assigned.posOfReward.keys()) {
    if (assigned.groups.has(rewardRow)) continue;
    const own = assigned.pairOfReward[rewardRow]!;
    const r = candidates.reward[own]!;
    const p = candidates.pos[own]!;
    const enough = logOdds[own]! - withinLogOdds;
    let tie = -1;
    for (let pair = rewardStart[r]!; pair < rewardStart[r + 1]! && tie === -1; pair++) {
      if (pair === own || logOdds[pair]! < enough) continue;
      if (hasFreeMember(records.pos, candidates.pos[pair]!, assigned.rewardsOfPos)) tie = pair;
    }
    // Two rewards that want the same row equally, one of them left with nothing; of one redemption entered twice either
    // entry is right.
    for (let k = posStart[p]!; k < posStart[p + 1]! && tie === -1; k++) {
      const pair = posPairs[k]!;
      if (pair === own || logOdds[pair]! < enough) continue;
      const rival = candidates.reward[pair]!;
      const isLeft = hasFreeMember(records.rewards, rival, assigned.posOfReward);
      if (isLeft && !areDuplicates(records, r, rival)) tie = own;
    }
    if (tie !== -1) assigned.ties.set(rewardRow, tie);
  }
}

/** Whether a source row of a distinct row is not among the `taken` ones. */
function hasFreeMember(side: Side, row: number, taken: ReadonlyMap<number, unknown>): boolean {
  for (let m = side.memberStart[row]!; m < side.memberStart[row + 1]!; m++) {
    if (!taken.has(side.members[m]!)) return true;
  }
  return false;
}
