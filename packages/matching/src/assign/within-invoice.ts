// A second certificate of the same visit: its invoice is held by the first one, and large enough for both.
import type { Assigned, Records, Scored } from '../domain.ts';
import { areDuplicates, isSamePatient } from './duplicates.ts';

/**
 * Joins unassigned rewards to the POS row they fit best when rewards of the same patient hold it, the amounts fit into it
 * together, and it is not the same redemption entered twice.
 */
export function joinWithinInvoices(records: Records, scored: Scored, assigned: Assigned): void {
  const { rewards, pos } = records;
  const { candidates, logOdds, rivals } = scored;
  const best = bestPairs(scored, rewards.count);
  for (let r = 0; r < rewards.count; r++) {
    const pair = best[r]!;
    // Its rivals are partners here: what they take away does not count.
    if (pair === -1 || logOdds[pair]! - Math.min(0, rivals[pair]!) <= 0) continue;
    const p = candidates.pos[pair]!;
    const posRow = pos.members[pos.memberStart[p]!]!;
    for (let m = rewards.memberStart[r]!; m < rewards.memberStart[r + 1]!; m++) {
      const row = rewards.members[m]!;
      if (assigned.pairOfReward[row] !== -1) continue;
      const holders = assigned.rewardsOfPos.get(posRow) ?? [];
      if (holders.length === 0 || !fitsBeside(records, r, holders, pos.amountCents[p]!)) continue;
      const rewardRows = [...holders, row];
      assigned.pairOfReward[row] = pair;
      assigned.rewardsOfPos.set(posRow, rewardRows);
      for (const member of rewardRows) {
        assigned.posOfReward.set(member, [posRow]);
        assigned.groups.set(member, {
          kind: 'within-invoice',
          rewardRows,
          posRows: [posRow],
          sumLogOdds: null,
          alternatives: [],
        });
      }
    }
  }
}

function fitsBeside(records: Records, r: number, holders: readonly number[], invoiceCents: number): boolean {
  const { rewards } = records;
  let total = rewards.amountCents[r]!;
  for (const holder of holders) {
    const other = rewards.distinctOf[holder]!;
    if (!isSamePatient(records, r, other) || areDuplicates(records, r, other)) return false;
    total += rewards.amountCents[other]!;
  }
  return total <= invoiceCents;
}

function bestPairs({ candidates, logOdds }: Scored, rewards: number): Int32Array {
  const best = new Int32Array(rewards).fill(-1);
  for (let i = 0; i < candidates.count; i++) {
    const r = candidates.reward[i]!;
    if (best[r] === -1 || logOdds[i]! > logOdds[best[r]!]!) best[r] = i;
  }
  return best;
}
