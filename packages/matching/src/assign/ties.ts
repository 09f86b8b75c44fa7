// A reward whose POS row could as well have been another free one: chance must not decide, a person does.
import type { Assigned, Orders, Records, Scored, Side } from '../domain.ts';
import { areDuplicates } from './duplicates.ts';
import type { PairsByRow } from './pairs-by-row.ts';

export interface TieRules {
  /** A free rival this close makes a tie. */
  tieWithinLogOdds: number;
  /** A free rival this close keeps a match from being approved without a person. */
  approvalLeadLogOdds: number;
  /** A row is taken for others only by a pair this sure. */
  sureFromLogOdds: number;
}

/** Marks assigned rewards that have a free rival as good as their own pair, or close to it. `claims` is by pair. */
export function findTies(
  records: Records,
  { candidates, logOdds }: Scored,
  claims: Float64Array,
  assigned: Assigned,
  { rewardStart, posStart, posPairs }: PairsByRow,
  orders: Orders,
  rules: TieRules,
): void {
  /**
   * Whether a reward row is out of the contest for the rows of `pair`: it has a pair that is sure, and that it would not give for
   * this one. A pair that a person has yet to confirm, or that comes to nothing, settles nothing.
   */
  const isSettled = (rewardRow: number, claimed: number): boolean => {
    const own = assigned.pairOfReward[rewardRow]!;
    if (own === -1) return false;
    if (assigned.groups.has(rewardRow)) return true;
    return (
      logOdds[own]! >= rules.sureFromLogOdds && claims[claimed]! - claims[own]! < rules.approvalLeadLogOdds
    );
  };
  /** Whether a copy of the pair's POS row is held by nobody who is sure of it. */
  const hasFreeSale = (pair: number): boolean =>
    hasMember(records.pos, candidates.pos[pair]!, (row) => {
      const holders = assigned.rewardsOfPos.get(row);
      return holders === undefined || !holders.every((holder) => isSettled(holder, pair));
    });
  const hasFreeReward = (pair: number): boolean =>
    hasMember(records.rewards, candidates.reward[pair]!, (row) => !isSettled(row, pair));

  const isBetter = (pair: number, other: number): boolean => {
    if (other === -1 || claims[pair]! > claims[other]!) return true;
    return claims[pair] === claims[other] && orders.pairs(pair, other) < 0;
  };

  /** The best pair that shows a free rival within so many log-odds of a reward's own pair, or -1. */
  const rivalOf = (own: number, withinLogOdds: number): number => {
    const r = candidates.reward[own]!;
    const p = candidates.pos[own]!;
    const enough = claims[own]! - withinLogOdds;
    let tie = -1;
    for (let pair = rewardStart[r]!; pair < rewardStart[r + 1]!; pair++) {
      if (pair === own || claims[pair]! < enough) continue;
      if (isBetter(pair, tie) && hasFreeSale(pair)) tie = pair;
    }
    // Two rewards that want the same row equally, one of them left with nothing; of one redemption entered twice either
    // entry is right.
    for (let k = posStart[p]!; k < posStart[p + 1]! && tie === -1; k++) {
      const pair = posPairs[k]!;
      if (pair === own || claims[pair]! < enough || !hasFreeReward(pair)) continue;
      if (!areDuplicates(records, r, candidates.reward[pair]!)) tie = own;
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

/** Whether a source row of a distinct row is such. */
function hasMember(side: Side, row: number, isSuch: (sourceRow: number) => boolean): boolean {
  for (let m = side.memberStart[row]!; m < side.memberStart[row + 1]!; m++) {
    if (isSuch(side.members[m]!)) return true;
  }
  return false;
}
