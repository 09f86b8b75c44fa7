// A second certificate of the same visit: its invoice is held by the first one, and large enough for both.
import type { Assigned, Orders, Records, Scored } from '../domain.ts';
import { areDuplicates, hasUnassigned, isSamePatient } from './duplicates.ts';

/**
 * Joins unassigned rewards to the POS row they fit best when rewards of the same patient hold it, the amounts fit into it
 * together, and it is not the same redemption entered twice. The surest goes first where an invoice has no room for all.
 */
export function joinWithinInvoices(
  records: Records,
  scored: Scored,
  assigned: Assigned,
  orders: Orders,
): void {
  const { rewards, pos } = records;
  for (const pair of pairsLeftOver(records, scored, assigned, orders)) {
    const r = scored.candidates.reward[pair]!;
    const p = scored.candidates.pos[pair]!;
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

/** The best pair of each reward that nobody has, where it is likely: the surest first, equals by content. */
function pairsLeftOver(
  { rewards }: Records,
  { candidates, logOdds, rivals }: Scored,
  assigned: Assigned,
  orders: Orders,
): number[] {
  const best = new Int32Array(rewards.count).fill(-1);
  for (let i = 0; i < candidates.count; i++) {
    const r = candidates.reward[i]!;
    const lead = best[r] === -1 ? 1 : logOdds[i]! - logOdds[best[r]!]!;
    if (lead > 0 || (lead === 0 && orders.pairs(i, best[r]!) < 0)) best[r] = i;
  }
  // Its rivals are partners here: what they take away does not count.
  const claimOf = (pair: number): number => logOdds[pair]! - Math.min(0, rivals[pair]!);
  const left: number[] = [];
  for (let r = 0; r < rewards.count; r++) {
    if (best[r] !== -1 && claimOf(best[r]!) > 0 && hasUnassigned(rewards, r, assigned)) left.push(best[r]!);
  }
  return left.sort((a, b) => claimOf(b) - claimOf(a) || orders.pairs(a, b));
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
