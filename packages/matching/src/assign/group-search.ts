// What both searches for exact sums go through, and in which order.
import type { Order, Orders, Records, Scored } from '../domain.ts';
import type { GroupClaims } from './group-claims.ts';
import type { SumRules } from './join-exact-sum.ts';
import type { PairsByRow } from './pairs-by-row.ts';

export interface GroupRules extends SumRules {
  groupFromLogOdds: number;
}

export interface GroupSearch {
  records: Records;
  scored: Scored;
  claims: GroupClaims;
  pairs: PairsByRow;
  orders: Orders;
  rules: GroupRules;
}

/** A distinct row that others may add up to, and the likeliest pair among them. */
export interface Sought {
  row: number;
  best: number;
}

/** Each takes lines from those after it: the surest first, equals by content. */
export function surestFirst(sought: Sought[], claims: GroupClaims, order: Order): Sought[] {
  return sought.sort((a, b) => claims.identityOf(b.best) - claims.identityOf(a.best) || order(a.row, b.row));
}
