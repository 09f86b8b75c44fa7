// One reward over several POS lines, and several rewards on one POS row: found by exact sums among rows that already
// agree on everything but the amount, and that nobody else has a better claim to.
import type { Assigned, Orders, Records, Scored } from '../domain.ts';
import { GroupClaims } from './group-claims.ts';
import type { GroupRules } from './group-search.ts';
import type { PairsByRow } from './pairs-by-row.ts';
import { shareInvoices } from './share-invoices.ts';
import { splitRewards } from './split-rewards.ts';

/** Adds groups to the assignment. Rows that agree in amount with their partner are left alone. */
export function findGroups(
  records: Records,
  scored: Scored,
  assigned: Assigned,
  pairs: PairsByRow,
  orders: Orders,
  rules: GroupRules,
  amountIndex: number,
): void {
  const claims = new GroupClaims(records, scored, assigned, amountIndex);
  const search = { records, scored, claims, pairs, orders, rules };
  shareInvoices(search);
  splitRewards(search);
}
