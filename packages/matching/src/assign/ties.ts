// A reward whose POS row could as well have been another free one: chance must not decide, a person does.
import type { Assigned, Records, Scored } from '../domain.ts';
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
  const isFree = (
    side: { memberStart: Int32Array; members: Int32Array },
    row: number,
    taken: (m: number) => boolean,
  ) => {
    for (let m = side.memberStart[row]!; m < side.memberStart[row + 1]!; m++) {
      if (!taken(side.members[m]!)) return true;
    }
    return false;
  };
  for (const [rewardRow] of assigned.posOfReward) {
    const own = assigned.pairOfReward[rewardRow]!;
    if (assigned.groups.has(rewardRow)) continue;
    const r = candidates.reward[own]!;
    const p = candidates.pos[own]!;
    const near = (pair: number): boolean => pair !== own && logOdds[own]! - logOdds[pair]! <= withinLogOdds;
    let tie = -1;
    for (let pair = rewardStart[r]!; pair < rewardStart[r + 1]! && tie === -1; pair++) {
      const free = () => isFree(records.pos, candidates.pos[pair]!, (row) => assigned.rewardsOfPos.has(row));
      if (near(pair) && free()) tie = pair;
    }
    // Two rewards that want the same row equally, one of them left with nothing; of one redemption entered twice either
    // entry is right.
    for (let k = posStart[p]!; k < posStart[p + 1]! && tie === -1; k++) {
      const pair = posPairs[k]!;
      const free = () =>
        isFree(records.rewards, candidates.reward[pair]!, (row) => assigned.posOfReward.has(row));
      if (near(pair) && free() && !areDuplicates(records, r, candidates.reward[pair]!)) tie = own;
    }
    if (tie !== -1) assigned.ties.set(rewardRow, tie);
  }
}
