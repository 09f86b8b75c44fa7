// Rows whose amounts add up exactly to another's become one group, if no other sum is as good.
import type { Records } from '../domain.ts';
import { exactSums } from './exact-sum.ts';
import type { GroupClaims } from './group-claims.ts';
import { rowKey } from './row-keys.ts';

export interface SumRules {
  largestGroup: number;
  /** Another sum whose weakest line is this close to the chosen one's could as well be meant. */
  approvalLeadLogOdds: number;
}

/** A row that may be a part of a sum. */
export interface Line {
  row: number;
  pair: number;
  amountCents: number;
  /** Log-odds of the pair, the amounts and rivals aside. */
  identity: number;
}

/** What its lines are to add up to. */
export interface Total {
  kind: 'split' | 'shared-invoice';
  /** The row on the side of the total. */
  one: number;
  amountCents: number;
  /** The row on the other side it is assigned to already. */
  holder: number | undefined;
}

/** Other sums that are told of an ambiguous one. */
const TOLD_ALTERNATIVES = 3;

/** Adds a group to the assignment where some of the lines add up to the total. Puts `lines` in order. */
export function joinExactSum(
  records: Records,
  claims: GroupClaims,
  rules: SumRules,
  lines: Line[],
  { amountCents: total, holder, kind, one }: Total,
): void {
  if (lines.length < 2) return;
  const { assigned } = claims;
  const { pos, rewards } = records;
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
  const alternatives = othersAsGood(found.sums, chosen, lines, many.distinctOf, rules.approvalLeadLogOdds);
  // An exact sum by chance is as likely as the total is common, once for every subset tried.
  const side = kind === 'split' ? rewards : pos;
  const amount = side.amount[side.distinctOf[one]!]!;
  const sumLogOdds = -records.amounts.logShare[amount]! - Math.log(found.subsets);
  const rows = members.map((line) => line.row);
  const rewardRows = kind === 'split' ? [one] : rows;
  const posRows = kind === 'split' ? rows : [one];
  if (holder !== undefined && held === -1) claims.release(kind === 'split' ? one : holder);
  for (const row of rows) {
    const other = kind === 'split' ? assigned.rewardsOfPos.get(row)?.[0] : row;
    if (other !== undefined && row !== holder) claims.release(other);
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
  leadLogOdds: number,
): number[][] {
  const weakestOf = (sum: readonly number[]): number => Math.min(...sum.map((i) => lines[i]!.identity));
  const contentOf = (sum: readonly number[]): string =>
    sum
      .map((i) => distinctOf[lines[i]!.row]!)
      .sort((a, b) => a - b)
      .join();
  const enough = weakestOf(chosen) - leadLogOdds;
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
