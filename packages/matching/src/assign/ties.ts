// A reward whose POS row could as well have been another free one: chance must not decide, a person does.
import type { Assigned, Records, RowLists, Scored, Side } from '../domain.ts';
import { areDuplicates } from './duplicates.ts';
import { pairsByRow } from './pairs-by-row.ts';

export interface TieRules {
  /** A free rival this close makes a tie. */
  tieWithinLogOdds: number;
  /** A free rival this close keeps a match from being approved without a person. */
  approvalLeadLogOdds: number;
}

/** Marks assigned rewards that have a free rival as good as their own pair, or close to it. */
export function findTies(records: Records, scored: Scored, assigned: Assigned, rules: TieRules): void {
  const { candidates, logOdds } = scored;
  const { rewardStart, posStart, posPairs } = pairsByRow(
    candidates,
    records.rewards.count,
    records.pos.count,
  );
  /** A pair that shows a free rival within so many log-odds of a reward's own pair, or -1. */
  const rivalOf = (own: number, withinLogOdds: number): number => {
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
    return tie;
  };
  for (let rewardRow = 0; rewardRow < assigned.posOfReward.rows; rewardRow++) {
    if (!assigned.posOfReward.has(rewardRow)) continue;
    const own = assigned.pairOfReward[rewardRow]!;
    if (assigned.groups.has(rewardRow)) continue;
    const tie = rivalOf(own, rules.tieWithinLogOdds);
    if (tie !== -1) assigned.ties.set(rewardRow, tie);
    else if (rivalOf(own, rules.approvalLeadLogOdds) !== -1) assigned.close.add(rewardRow);
  }
}

/** Whether a source row of a distinct row is not among the `taken` ones. */
function hasFreeMember(side: Side, row: number, taken: RowLists): boolean {
  for (let m = side.memberStart[row]!; m < side.memberStart[row + 1]!; m++) {
    if (!taken.has(side.members[m]!)) return true;
  }
  return false;
}
