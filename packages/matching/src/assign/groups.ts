// One reward over several POS lines, and several rewards on one POS row: found by exact sums among rows that already
// agree on everything but the amount, and that nobody else has a better claim to.
import type { Assigned, Records, Scored } from '../domain.ts';
import { areDuplicates } from './duplicates.ts';
import { exactSums } from './exact-sum.ts';
import { pairsByRow } from './pairs-by-row.ts';
import { rowKey } from './row-keys.ts';
import { Visits } from './visits.ts';

export interface GroupRules {
  largestGroup: number;
  groupFromLogOdds: number;
  /** Another sum whose weakest line is this close to the chosen one's could as well be meant. */
  approvalLeadLogOdds: number;
}

/** Lines of one visit vouch for each other: from here on one of them brings the others along. */
const VISIT_FROM_LOG_ODDS = -4;

/** Other sums that are told of an ambiguous one. */
const TOLD_ALTERNATIVES = 3;

interface Line {
  row: number;
  pair: number;
  amountCents: number;
  /** Log-odds of the pair, the amounts and rivals aside. */
  identity: number;
}

/** Adds groups to the assignment. Rows that agree in amount with their partner are left alone. */
export function findGroups(
  records: Records,
  scored: Scored,
  assigned: Assigned,
  rules: GroupRules,
  amountIndex: number,
): void {
  const { rewards, pos } = records;
  const { candidates } = scored;
  const pairs = pairsByRow(candidates, rewards.count, pos.count);
  const amounts = scored.contributions[amountIndex]!;
  const identityOf = (pair: number): number =>
    scored.logOdds[pair]! - scored.rivals[pair]! - amounts.logOdds[amounts.inputOf[pair]!]!;
  const isSettled = (rewardRow: number): boolean => {
    const pair = assigned.pairOfReward[rewardRow]!;
    if (pair === -1) return false;
    return rewards.amountCents[candidates.reward[pair]!] === pos.amountCents[candidates.pos[pair]!];
  };

  /** Whether what a reward holds is worth less than the same rows are to an exact sum, whose amounts are not counted yet. */
  const yields = (rewardRow: number, identity: number): boolean =>
    !isSettled(rewardRow) &&
    !assigned.groups.has(rewardRow) &&
    scored.logOdds[assigned.pairOfReward[rewardRow]!]! < identity;

  const visits = new Visits(records);

  joinRewardsOnInvoices();
  splitRewardsOverLines();

  function joinRewardsOnInvoices(): void {
    for (let p = 0; p < pos.count; p++) {
      const total = pos.amountCents[p]!;
      const posRow = pos.members[pos.memberStart[p]!]!;
      const holder = assigned.rewardsOfPos.get(posRow)?.[0];
      if (holder !== undefined && isSettled(holder)) continue;
      const lines: Line[] = [];
      for (let k = pairs.posStart[p]!; k < pairs.posStart[p + 1]!; k++) {
        const pair = pairs.posPairs[k]!;
        const r = candidates.reward[pair]!;
        if (rewards.amountCents[r]! >= total) continue;
        const identity = identityOf(pair);
        if (identity < rules.groupFromLogOdds) continue;
        for (let m = rewards.memberStart[r]!; m < rewards.memberStart[r + 1]!; m++) {
          const row = rewards.members[m]!;
          const isFree = assigned.pairOfReward[row] === -1 || row === holder;
          if (isFree || yields(row, identity))
            lines.push({ row, pair, amountCents: rewards.amountCents[r]!, identity });
        }
      }
      join(lines, total, 'shared-invoice', posRow, holder);
    }
  }

  function splitRewardsOverLines(): void {
    for (let r = 0; r < rewards.count; r++) {
      const total = rewards.amountCents[r]!;
      const rewardRow = rewards.members[rewards.memberStart[r]!]!;
      if (isSettled(rewardRow) || assigned.groups.has(rewardRow)) continue;
      const holder = assigned.posOfReward.get(rewardRow)?.[0];
      const lines: Line[] = [];
      const add = (p: number, pair: number, identity: number): void => {
        for (let m = pos.memberStart[p]!; m < pos.memberStart[p + 1]!; m++) {
          const row = pos.members[m]!;
          const other = row === holder ? undefined : assigned.rewardsOfPos.get(row)?.[0];
          if (other === undefined || yields(other, identity) || isEnteredTwice(r, other))
            lines.push({ row, pair, amountCents: pos.amountCents[p]!, identity });
        }
      };
      const best = bestLineOf(r, total);
      const beside = best === -1 ? [] : visits.linesBeside(candidates.pos[best]!);
      for (let pair = pairs.rewardStart[r]!; pair < pairs.rewardStart[r + 1]!; pair++) {
        const p = candidates.pos[pair]!;
        if (pos.amountCents[p]! >= total || beside.includes(p)) continue;
        const identity = identityOf(pair);
        if (identity >= rules.groupFromLogOdds || (pair === best && beside.length > 0))
          add(p, pair, identity);
      }
      for (const p of beside) if (pos.amountCents[p]! < total) add(p, best, identityOf(best));
      join(lines, total, 'split', rewardRow, holder);
    }
  }

  /** The pair of reward `r` and the smaller sale that fits best, the amounts aside; -1 where none is worth a look. */
  function bestLineOf(r: number, total: number): number {
    let best = -1;
    for (let pair = pairs.rewardStart[r]!; pair < pairs.rewardStart[r + 1]!; pair++) {
      if (pos.amountCents[candidates.pos[pair]!]! >= total || identityOf(pair) < VISIT_FROM_LOG_ODDS)
        continue;
      if (best === -1 || identityOf(pair) > identityOf(best)) best = pair;
    }
    return best;
  }

  /** Of a redemption entered twice one entry takes all lines; what the other holds of them is a part of the same sum. */
  function isEnteredTwice(r: number, other: number): boolean {
    return (
      !isSettled(other) &&
      !assigned.groups.has(other) &&
      areDuplicates(records, r, rewards.distinctOf[other]!)
    );
  }

  /** `one` is the row on the side of the total; `holder` the row on the other side it is assigned to already. */
  function join(
    lines: Line[],
    total: number,
    kind: 'split' | 'shared-invoice',
    one: number,
    holder?: number,
  ): void {
    if (lines.length < 2) return;
    const many = kind === 'split' ? pos : rewards;
    inOrderOfClaim(lines, (row) => rowKey(records, many, many.distinctOf[row]!));
    const held = lines.findIndex((line) => line.row === holder);
    const found = exactSums(
      lines.map((line) => line.amountCents),
      total,
      rules.largestGroup,
    );
    const chosen = found.sums.find((sum) => held === -1 || sum.includes(held));
    if (chosen === undefined) return;
    const members = chosen.map((i) => lines[i]!);
    const alternatives = othersAsGood(found.sums, chosen, lines, many.distinctOf);
    // An exact sum by chance is as likely as the total is common, once for every subset tried.
    const side = kind === 'split' ? rewards : pos;
    const amount = side.amount[side.distinctOf[one]!]!;
    const sumLogOdds = -records.amounts.logShare[amount]! - Math.log(found.subsets);
    const rows = members.map((line) => line.row);
    const rewardRows = kind === 'split' ? [one] : rows;
    const posRows = kind === 'split' ? rows : [one];
    if (holder !== undefined && held === -1) release(kind === 'split' ? one : holder);
    for (const row of rows) {
      const other = kind === 'split' ? assigned.rewardsOfPos.get(row)?.[0] : row;
      if (other !== undefined && row !== holder) release(other);
    }
    for (const line of members) {
      assigned.pairOfReward[kind === 'split' ? one : line.row] = line.pair;
    }
    // The pair that carries a split is its best line.
    if (kind === 'split') assigned.pairOfReward[one] = members[0]!.pair;
    for (const row of rewardRows) {
      assigned.posOfReward.set(row, posRows);
      assigned.groups.set(row, { kind, rewardRows, posRows, sumLogOdds, alternatives });
    }
    for (const row of posRows) assigned.rewardsOfPos.set(row, rewardRows);
  }

  /** Rows of other sums that are not the same in everything, nor clearly worse: which one is meant, chance must not decide. */
  function othersAsGood(
    sums: readonly number[][],
    chosen: readonly number[],
    lines: readonly Line[],
    distinctOf: Int32Array,
  ): number[][] {
    const weakestOf = (sum: readonly number[]): number => Math.min(...sum.map((i) => lines[i]!.identity));
    const contentOf = (sum: readonly number[]): string =>
      sum
        .map((i) => distinctOf[lines[i]!.row]!)
        .sort((a, b) => a - b)
        .join();
    const enough = weakestOf(chosen) - rules.approvalLeadLogOdds;
    const seen = new Set([contentOf(chosen)]);
    const others: number[][] = [];
    for (const sum of sums) {
      if (others.length === TOLD_ALTERNATIVES) break;
      // The fewest lines are the likeliest: more of them hit a total by chance.
      if (sum.length > chosen.length || weakestOf(sum) < enough || seen.has(contentOf(sum))) continue;
      seen.add(contentOf(sum));
      others.push(sum.map((i) => lines[i]!.row));
    }
    return others;
  }

  function release(rewardRow: number): void {
    for (const posRow of assigned.posOfReward.get(rewardRow) ?? []) assigned.rewardsOfPos.delete(posRow);
    assigned.pairOfReward[rewardRow] = -1;
    assigned.posOfReward.delete(rewardRow);
  }
}

/** The best first; equals by their content, since the order of a file cannot decide between them. */
function inOrderOfClaim(lines: Line[], keyOf: (row: number) => string): void {
  lines.sort((a, b) => {
    if (a.identity !== b.identity) return b.identity - a.identity;
    if (a.amountCents !== b.amountCents) return a.amountCents - b.amountCents;
    const keyA = keyOf(a.row);
    const keyB = keyOf(b.row);
    return keyA < keyB ? -1 : keyA > keyB ? 1 : a.row - b.row;
  });
}
