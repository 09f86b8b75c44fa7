// Who holds which row while exact sums are looked for, and whether a sum may have it instead.
import type { Assigned, Records, Scored } from '../domain.ts';
import { areDuplicates } from './duplicates.ts';

export class GroupClaims {
  constructor(
    private readonly records: Records,
    private readonly scored: Scored,
    readonly assigned: Assigned,
    private readonly amountIndex: number,
  ) {}

  /** Log-odds of a pair, the amounts and rivals aside. */
  identityOf(pair: number): number {
    const { contributions, logOdds, rivals } = this.scored;
    const amounts = contributions[this.amountIndex]!;
    return logOdds[pair]! - rivals[pair]! - amounts.logOdds[amounts.inputOf[pair]!]!;
  }

  /** Whether a reward has a partner of its amount. */
  isSettled(rewardRow: number): boolean {
    const pair = this.assigned.pairOfReward[rewardRow]!;
    if (pair === -1) return false;
    const { rewards, pos } = this.records;
    const { reward, pos: sale } = this.scored.candidates;
    return rewards.amountCents[reward[pair]!] === pos.amountCents[sale[pair]!];
  }

  isJoined(rewardRow: number): boolean {
    return this.assigned.groups.has(rewardRow);
  }

  /** Whether what a reward holds is worth less than the same rows are to an exact sum, whose amounts are not counted yet. */
  yields(rewardRow: number, identity: number): boolean {
    if (this.isSettled(rewardRow) || this.isJoined(rewardRow)) return false;
    return this.scored.logOdds[this.assigned.pairOfReward[rewardRow]!]! < identity;
  }

  /** What the pair of an assigned reward is worth, rivals aside. */
  worthOf(rewardRow: number): number {
    const pair = this.assigned.pairOfReward[rewardRow]!;
    return this.scored.logOdds[pair]! - this.scored.rivals[pair]!;
  }

  /** Of a redemption entered twice one entry takes all lines; what the other holds of them is a part of the same sum. */
  isEnteredTwice(r: number, other: number): boolean {
    if (this.isSettled(other) || this.isJoined(other)) return false;
    return areDuplicates(this.records, r, this.records.rewards.distinctOf[other]!);
  }

  release(rewardRow: number): void {
    const { pairOfReward, posOfReward, rewardsOfPos } = this.assigned;
    for (const posRow of posOfReward.get(rewardRow) ?? []) rewardsOfPos.delete(posRow);
    pairOfReward[rewardRow] = -1;
    posOfReward.delete(rewardRow);
  }
}
