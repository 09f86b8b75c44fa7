// One reward over several POS lines: what a front desk rings up line by line.
import { type GroupSearch, type Sought, surestFirst } from './group-search.ts';
import { joinExactSum, type Line } from './join-exact-sum.ts';
import { Visits } from './visits.ts';

/** Lines of one visit vouch for each other: from here on one of them brings the others along. */
const VISIT_FROM_LOG_ODDS = -4;

export function splitRewards(search: GroupSearch): void {
  const { claims, orders, records, rules } = search;
  const { rewards } = records;
  const visits = new Visits(records, orders.pos);
  for (const { row: r, best } of surestFirst(soughtRewards(search), claims, orders.rewards)) {
    const one = rewards.members[rewards.memberStart[r]!]!;
    const holder = claims.assigned.posOfReward.first(one);
    const lines = linesOf(search, visits, r, best, holder);
    const total = { kind: 'split', one, amountCents: rewards.amountCents[r]!, holder } as const;
    joinExactSum(records, claims, rules, lines, orders.pos, total);
  }
}

/** The rewards without a sale of their amount that a smaller one is likely to be a part of. */
function soughtRewards(search: GroupSearch): Sought[] {
  const { claims, records } = search;
  const { rewards } = records;
  const sought: Sought[] = [];
  for (let r = 0; r < rewards.count; r++) {
    const rewardRow = rewards.members[rewards.memberStart[r]!]!;
    if (claims.isSettled(rewardRow) || claims.isJoined(rewardRow)) continue;
    const best = bestLineOf(search, r);
    if (best !== -1) sought.push({ row: r, best });
  }
  return sought;
}

/** The smaller sales that may be parts of reward `r`: each likely by itself, or beside its best line. */
function linesOf(
  search: GroupSearch,
  visits: Visits,
  r: number,
  best: number,
  holder: number | undefined,
): Line[] {
  const { claims, pairs, records, rules, scored } = search;
  const { pos, rewards } = records;
  const total = rewards.amountCents[r]!;
  const lines: Line[] = [];
  const add = (p: number, pair: number, isOfVisit: boolean): void => {
    const identity = claims.identityOf(pair);
    for (let m = pos.memberStart[p]!; m < pos.memberStart[p + 1]!; m++) {
      const row = pos.members[m]!;
      const other = row === holder ? undefined : claims.assigned.rewardsOfPos.first(row);
      if (other === undefined || claims.yields(other, identity) || claims.isEnteredTwice(r, other))
        lines.push({ row, pair, amountCents: pos.amountCents[p]!, identity, isOfVisit });
    }
  };
  const beside = visits.linesBeside(scored.candidates.pos[best]!);
  for (let pair = pairs.rewardStart[r]!; pair < pairs.rewardStart[r + 1]!; pair++) {
    const p = scored.candidates.pos[pair]!;
    if (pos.amountCents[p]! >= total || beside.includes(p)) continue;
    const isBest = pair === best;
    if (claims.identityOf(pair) >= rules.groupFromLogOdds || (isBest && beside.length > 0))
      add(p, pair, isBest);
  }
  for (const p of beside) if (pos.amountCents[p]! < total) add(p, best, true);
  return lines;
}

/** The pair of reward `r` and the smaller sale that fits best, the amounts aside; -1 where none is worth a look. */
function bestLineOf({ claims, orders, pairs, records, scored }: GroupSearch, r: number): number {
  const { pos } = scored.candidates;
  const total = records.rewards.amountCents[r]!;
  let best = -1;
  for (let pair = pairs.rewardStart[r]!; pair < pairs.rewardStart[r + 1]!; pair++) {
    if (records.pos.amountCents[pos[pair]!]! >= total) continue;
    const identity = claims.identityOf(pair);
    if (identity < VISIT_FROM_LOG_ODDS) continue;
    const lead = best === -1 ? 1 : identity - claims.identityOf(best);
    if (lead > 0 || (lead === 0 && orders.pos(pos[pair]!, pos[best]!) < 0)) best = pair;
  }
  return best;
}
