// One reward over several POS lines, and several rewards on one POS row: found by exact sums among rows that already
// agree on everything but the amount, and that nobody else has a better claim to.
import type { Assigned, Orders, Records, Scored } from '../domain.ts';
import { GroupClaims } from './group-claims.ts';
import type { GroupRules } from './group-search.ts';
import { pairsByRow } from './pairs-by-row.ts';
import { shareInvoices } from './share-invoices.ts';
import { splitRewards } from './split-rewards.ts';

/** Adds groups to the assignment. Rows that agree in amount with their partner are left alone. */
export function findGroups(
  records: Records,
  scored: Scored,
  assigned: Assigned,
  orders: Orders,
  rules: GroupRules,
  amountIndex: number,
): void {
  const claims = new GroupClaims(records, scored, assigned, amountIndex);
  const pairs = pairsByRow(scored.candidates, records.rewards.count, records.pos.count);
  const search = { records, scored, claims, pairs, orders, rules };
  shareInvoices(search);
  splitRewards(search);
}
