// Several rewards on one POS row: certificates of one patient that fill an invoice.
import { type GroupSearch, type Sought, surestFirst } from './group-search.ts';
import { joinExactSum, type Line } from './join-exact-sum.ts';

export function shareInvoices(search: GroupSearch): void {
  const { claims, orders, records, rules } = search;
  const { pos } = records;
  for (const { row: p } of surestFirst(soughtInvoices(search), claims, orders.pos)) {
    const one = pos.members[pos.memberStart[p]!]!;
    const holder = claims.assigned.rewardsOfPos.first(one);
    const lines = certificatesOf(search, p, holder);
    const total = { kind: 'shared-invoice', one, amountCents: pos.amountCents[p]!, holder } as const;
    joinExactSum(records, claims, rules, lines, orders.rewards, total);
  }
}

/** The POS rows that two smaller rewards are likely to belong to, and that nobody holds by their amount. */
function soughtInvoices({ claims, pairs, records, rules, scored }: GroupSearch): Sought[] {
  const { rewards, pos } = records;
  const sought: Sought[] = [];
  for (let p = 0; p < pos.count; p++) {
    if (pairs.posStart[p] === pairs.posStart[p + 1]) continue;
    const holder = claims.assigned.rewardsOfPos.first(pos.members[pos.memberStart[p]!]!);
    if (holder !== undefined && claims.isSettled(holder)) continue;
    let best = -1;
    let certificates = 0;
    for (let k = pairs.posStart[p]!; k < pairs.posStart[p + 1]!; k++) {
      const pair = pairs.posPairs[k]!;
      const r = scored.candidates.reward[pair]!;
      if (rewards.amountCents[r]! >= pos.amountCents[p]!) continue;
      const identity = claims.identityOf(pair);
      if (identity < rules.groupFromLogOdds) continue;
      certificates += rewards.memberStart[r + 1]! - rewards.memberStart[r]!;
      if (best === -1 || identity > claims.identityOf(best)) best = pair;
    }
    if (certificates > 1) sought.push({ row: p, best });
  }
  return sought;
}

/** The smaller rewards that may share POS row `p`. */
function certificatesOf(
  { claims, pairs, records, rules, scored }: GroupSearch,
  p: number,
  holder: number | undefined,
): Line[] {
  const { rewards, pos } = records;
  const { pairOfReward } = claims.assigned;
  const lines: Line[] = [];
  for (let k = pairs.posStart[p]!; k < pairs.posStart[p + 1]!; k++) {
    const pair = pairs.posPairs[k]!;
    const r = scored.candidates.reward[pair]!;
    const amountCents = rewards.amountCents[r]!;
    if (amountCents >= pos.amountCents[p]!) continue;
    const identity = claims.identityOf(pair);
    if (identity < rules.groupFromLogOdds) continue;
    for (let m = rewards.memberStart[r]!; m < rewards.memberStart[r + 1]!; m++) {
      const row = rewards.members[m]!;
      const isFree = pairOfReward[row] === -1 || row === holder;
      if (isFree || claims.yields(row, identity))
        lines.push({ row, pair, amountCents, identity, isOfVisit: false });
    }
  }
  return lines;
}
