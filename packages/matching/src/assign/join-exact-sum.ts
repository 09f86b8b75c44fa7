// Rows whose amounts add up exactly to another's become one group, if no other sum is as good.
import type { Order, Records } from '../domain.ts';
import { exactSums, subsetsTried } from './exact-sum.ts';
import type { GroupClaims } from './group-claims.ts';

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
  /** It is of the likeliest line's visit: all such lines together are one sum to try, however many they are. */
  isOfVisit: boolean;
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

/** Adds a group to the assignment where some of the lines add up to the total. Puts `lines` in order; `order` is that of their rows. */
export function joinExactSum(
  records: Records,
  claims: GroupClaims,
  rules: SumRules,
  lines: Line[],
  order: Order,
  { amountCents: total, holder, kind, one }: Total,
): void {
  if (lines.length < 2) return;
  const { assigned } = claims;
  const { pos, rewards } = records;
  const many = kind === 'split' ? pos : rewards;
  inOrderOfClaim(lines, many.distinctOf, order);
  const held = lines.findIndex((line) => line.row === holder);
  const sums = sumsOf(lines, total, rules.largestGroup);
  const side = kind === 'split' ? rewards : pos;
  const totalLogShare = records.amounts.logShare[side.amount[side.distinctOf[one]!]!]!;
  const worthOf = (sum: readonly number[]): number => -totalLogShare - Math.log(chancesOf(sum, lines, rules));
  // A sum leaves out what holds the place only where it is worth no less.
  const chosen =
    sums.find((sum) => held === -1 || sum.includes(held)) ??
    sums.find(
      (sum) => weakestOf(sum, lines) + worthOf(sum) >= claims.worthOf(kind === 'split' ? one : holder!),
    );
  if (chosen === undefined) return;
  const members = chosen.map((i) => lines[i]!);
  const alternatives = othersAsGood(sums, chosen, lines, many.distinctOf, rules.approvalLeadLogOdds);
  const sumLogOdds = worthOf(chosen);
  const rows = members.map((line) => line.row);
  const rewardRows = kind === 'split' ? [one] : rows;
  const posRows = kind === 'split' ? rows : [one];
  if (holder !== undefined && !chosen.includes(held)) claims.release(kind === 'split' ? one : holder);
  for (const row of rows) {
    const other = kind === 'split' ? assigned.rewardsOfPos.first(row) : row;
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

/** The fewest lines first; last a whole visit that is too large for the search. */
function sumsOf(lines: readonly Line[], total: number, largest: number): number[][] {
  const sums = exactSums(
    lines.map((line) => line.amountCents),
    total,
    largest,
  );
  const visit = [...lines.keys()].filter((i) => lines[i]!.isOfVisit);
  const visitCents = visit.reduce((sum, i) => sum + lines[i]!.amountCents, 0);
  return visit.length > largest && visitCents === total ? [...sums, visit] : sums;
}

/**
 * An exact sum by chance is as likely as its total is common, once for every subset of lines as likely as those chosen: what
 * strangers leave free does not count. A whole visit is one to try.
 */
function chancesOf(chosen: readonly number[], lines: readonly Line[], rules: SumRules): number {
  if (chosen.length > rules.largestGroup) return 1;
  const enough = weakestOf(chosen, lines) - rules.approvalLeadLogOdds;
  const asLikely = lines.filter(({ identity }) => identity >= enough).length;
  return subsetsTried(asLikely, rules.largestGroup);
}

const weakestOf = (sum: readonly number[], lines: readonly Line[]): number =>
  Math.min(...sum.map((i) => lines[i]!.identity));

/** Rows of other sums that are not the same in everything, nor clearly worse: which one is meant, chance must not decide. */
function othersAsGood(
  sums: readonly number[][],
  chosen: readonly number[],
  lines: readonly Line[],
  distinctOf: Int32Array,
  leadLogOdds: number,
): number[][] {
  const contentOf = (sum: readonly number[]): string =>
    sum
      .map((i) => distinctOf[lines[i]!.row]!)
      .sort((a, b) => a - b)
      .join();
  const enough = weakestOf(chosen, lines) - leadLogOdds;
  const seen = new Set([contentOf(chosen)]);
  const others: number[][] = [];
  for (const sum of sums) {
    if (others.length === TOLD_ALTERNATIVES) break;
    // The fewest lines are the likeliest: more of them hit a total by chance.
    if (sum.length > chosen.length || weakestOf(sum, lines) < enough || seen.has(contentOf(sum))) continue;
    seen.add(contentOf(sum));
    others.push(sum.map((i) => lines[i]!.row));
  }
  return others;
}

/** The best first; equals by their content, since the order of a file cannot decide between them. */
function inOrderOfClaim(lines: Line[], distinctOf: Int32Array, order: Order): void {
  lines.sort((a, b) => {
    if (a.identity !== b.identity) return b.identity - a.identity;
    if (a.amountCents !== b.amountCents) return a.amountCents - b.amountCents;
    return order(distinctOf[a.row]!, distinctOf[b.row]!) || a.row - b.row;
  });
}
