// One reward over several POS lines, and several rewards on one POS row: found by exact sums among rows that already
// agree on everything but the amount, and that nobody else has a better claim to.
import type { Assigned, Records, Scored } from '../domain.ts';
import { GroupClaims } from './group-claims.ts';
import { joinExactSum, type Line, type SumRules } from './join-exact-sum.ts';
import { type PairsByRow, pairsByRow } from './pairs-by-row.ts';
import { Visits } from './visits.ts';

export interface GroupRules extends SumRules {
  groupFromLogOdds: number;
}

interface Search {
  records: Records;
  scored: Scored;
  claims: GroupClaims;
  pairs: PairsByRow;
  rules: GroupRules;
}

/** Lines of one visit vouch for each other: from here on one of them brings the others along. */
const VISIT_FROM_LOG_ODDS = -4;

/** Adds groups to the assignment. Rows that agree in amount with their partner are left alone. */
export function findGroups(
  records: Records,
  scored: Scored,
  assigned: Assigned,
  rules: GroupRules,
  amountIndex: number,
): void {
  const claims = new GroupClaims(records, scored, assigned, amountIndex);
  const pairs = pairsByRow(scored.candidates, records.rewards.count, records.pos.count);
  const search = { records, scored, claims, pairs, rules };
  joinRewardsOnInvoices(search);
  splitRewardsOverLines(search);
}

function joinRewardsOnInvoices({ claims, pairs, records, rules, scored }: Search): void {
  const { rewards, pos } = records;
  const { pairOfReward, rewardsOfPos } = claims.assigned;
  for (let p = 0; p < pos.count; p++) {
    const amountCents = pos.amountCents[p]!;
    const posRow = pos.members[pos.memberStart[p]!]!;
    const holder = rewardsOfPos.get(posRow)?.[0];
    if (holder !== undefined && claims.isSettled(holder)) continue;
    const lines: Line[] = [];
    for (let k = pairs.posStart[p]!; k < pairs.posStart[p + 1]!; k++) {
      const pair = pairs.posPairs[k]!;
      const r = scored.candidates.reward[pair]!;
      if (rewards.amountCents[r]! >= amountCents) continue;
      const identity = claims.identityOf(pair);
      if (identity < rules.groupFromLogOdds) continue;
      for (let m = rewards.memberStart[r]!; m < rewards.memberStart[r + 1]!; m++) {
        const row = rewards.members[m]!;
        const isFree = pairOfReward[row] === -1 || row === holder;
        if (isFree || claims.yields(row, identity))
          lines.push({ row, pair, amountCents: rewards.amountCents[r]!, identity });
      }
    }
    joinExactSum(records, claims, rules, lines, { kind: 'shared-invoice', one: posRow, amountCents, holder });
  }
}

function splitRewardsOverLines(search: Search): void {
  const { claims, records, rules } = search;
  const { rewards } = records;
  const visits = new Visits(records);
  for (let r = 0; r < rewards.count; r++) {
    const rewardRow = rewards.members[rewards.memberStart[r]!]!;
    if (claims.isSettled(rewardRow) || claims.isJoined(rewardRow)) continue;
    const holder = claims.assigned.posOfReward.get(rewardRow)?.[0];
    const lines = linesOf(search, visits, r, holder);
    const total = { kind: 'split', one: rewardRow, amountCents: rewards.amountCents[r]!, holder } as const;
    joinExactSum(records, claims, rules, lines, total);
  }
}

/** The smaller sales that may be parts of reward `r`: each likely by itself, or beside its best line. */
function linesOf(search: Search, visits: Visits, r: number, holder: number | undefined): Line[] {
  const { claims, pairs, records, rules, scored } = search;
  const { pos, rewards } = records;
  const total = rewards.amountCents[r]!;
  const lines: Line[] = [];
  const add = (p: number, pair: number, identity: number): void => {
    for (let m = pos.memberStart[p]!; m < pos.memberStart[p + 1]!; m++) {
      const row = pos.members[m]!;
      const other = row === holder ? undefined : claims.assigned.rewardsOfPos.get(row)?.[0];
      if (other === undefined || claims.yields(other, identity) || claims.isEnteredTwice(r, other))
        lines.push({ row, pair, amountCents: pos.amountCents[p]!, identity });
    }
  };
  const best = bestLineOf(search, r);
  const beside = best === -1 ? [] : visits.linesBeside(scored.candidates.pos[best]!);
  for (let pair = pairs.rewardStart[r]!; pair < pairs.rewardStart[r + 1]!; pair++) {
    const p = scored.candidates.pos[pair]!;
    if (pos.amountCents[p]! >= total || beside.includes(p)) continue;
    const identity = claims.identityOf(pair);
    if (identity >= rules.groupFromLogOdds || (pair === best && beside.length > 0)) add(p, pair, identity);
  }
  for (const p of beside) if (pos.amountCents[p]! < total) add(p, best, claims.identityOf(best));
  return lines;
}

/** The pair of reward `r` and the smaller sale that fits best, the amounts aside; -1 where none is worth a look. */
function bestLineOf({ claims, pairs, records, scored }: Search, r: number): number {
  const total = records.rewards.amountCents[r]!;
  let best = -1;
  for (let pair = pairs.rewardStart[r]!; pair < pairs.rewardStart[r + 1]!; pair++) {
    if (records.pos.amountCents[scored.candidates.pos[pair]!]! >= total) continue;
    if (claims.identityOf(pair) < VISIT_FROM_LOG_ODDS) continue;
    if (best === -1 || claims.identityOf(pair) > claims.identityOf(best)) best = pair;
  }
  return best;
}
