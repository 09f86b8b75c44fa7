// Stage 5: who belongs to whom. One-to-one first, as the most likely assignment of each component; then exact sums;
// then ties, which never go to chance.
import {
  type Assigned,
  type Candidates,
  contentOrders,
  Int32List,
  ListsByRow,
  type Orders,
  type Records,
  type Scored,
  type Side,
} from '../domain.ts';
import { heaviestMatching } from './best-matching.ts';
import { claimsOf } from './claims.ts';
import { Components } from './components.ts';
import { findDuplicates } from './duplicates.ts';
import type { GroupRules } from './group-search.ts';
import { findGroups } from './groups.ts';
import { pairsByRow } from './pairs-by-row.ts';
import { findTies, type TieRules } from './ties.ts';
import { findUsedTwice } from './used-twice.ts';
import { joinWithinInvoices } from './within-invoice.ts';

export interface AssignmentLimits extends GroupRules, TieRules {
  cutBelow: number;
}

/** Copies beyond this many pairs of one distinct pair are paired off in order instead of all with all. */
const MAX_COPIES_CROSSED = 16;
/** Beyond this many edges a component is settled greedily, best pair first: real ones have a handful. */
const MAX_EDGES_SOLVED = 20_000;

/** Row-level edges: candidate pairs above the cut, expanded to the source rows they stand for. */
interface Edges {
  rewardRow: Int32Array;
  posRow: Int32Array;
  pair: Int32Array;
  weight: Float64Array;
}

export function assign(
  records: Records,
  scored: Scored,
  limits: AssignmentLimits,
  amountIndex: number,
): Assigned {
  const assigned: Assigned = {
    pairOfReward: new Int32Array(records.rewards.members.length).fill(-1),
    posOfReward: ListsByRow.empty(records.rewards.members.length),
    rewardsOfPos: ListsByRow.empty(records.pos.members.length),
    groups: new Map(),
    ties: new Map(),
    close: new Set(),
    duplicates: new Set(),
    usedTwice: new Map(),
  };
  const claims = claimsOf(records, scored);
  const orders = contentOrders(records, scored.candidates);
  const edges = expandEdges(records, scored.candidates, claims, limits.cutBelow);
  for (const component of componentsOf(records, edges)) {
    for (const edge of solve(orders, edges, component)) {
      const rewardRow = edges.rewardRow[edge]!;
      const posRow = edges.posRow[edge]!;
      assigned.pairOfReward[rewardRow] = edges.pair[edge]!;
      assigned.posOfReward.set(rewardRow, [posRow]);
      assigned.rewardsOfPos.set(posRow, [rewardRow]);
    }
  }
  const pairs = pairsByRow(scored.candidates, records.rewards.count, records.pos.count);
  findGroups(records, scored, assigned, pairs, orders, limits, amountIndex);
  joinWithinInvoices(records, scored, assigned, orders);
  findTies(records, scored, claims, assigned, pairs, orders, limits);
  findDuplicates(records, scored, assigned);
  findUsedTwice(records, scored, assigned);
  return assigned;
}

function expandEdges(
  records: Records,
  candidates: Candidates,
  claims: Float64Array,
  cutBelow: number,
): Edges {
  const cut = Math.log(cutBelow / (1 - cutBelow));
  const rewardRow = new Int32List();
  const posRow = new Int32List();
  const pair = new Int32List();
  const add = (reward: number, pos: number, own: number): void => {
    rewardRow.push(reward);
    posRow.push(pos);
    pair.push(own);
  };
  const { rewards, pos } = records;
  for (let i = 0; i < candidates.count; i++) {
    if (claims[i]! <= cut) continue;
    const rewardFrom = rewards.memberStart[candidates.reward[i]!]!;
    const posFrom = pos.memberStart[candidates.pos[i]!]!;
    const rewardCopies = copiesOf(rewards, candidates.reward[i]!);
    const posCopies = copiesOf(pos, candidates.pos[i]!);
    const cross = rewardCopies * posCopies <= MAX_COPIES_CROSSED;
    for (let a = 0; a < rewardCopies; a++) {
      for (let b = cross ? 0 : a; b < (cross ? posCopies : Math.min(a + 1, posCopies)); b++) {
        add(rewards.members[rewardFrom + a]!, pos.members[posFrom + b]!, i);
      }
    }
  }
  const pairs = pair.toArray();
  return {
    rewardRow: rewardRow.toArray(),
    posRow: posRow.toArray(),
    pair: pairs,
    weight: new Float64Array(pairs.length).map((_, e) => claims[pairs[e]!]! - cut),
  };
}

const copiesOf = ({ memberStart }: Side, row: number): number => memberStart[row + 1]! - memberStart[row]!;

/** Edge indexes of each component, in order of the first edge. Most have one. */
function* componentsOf(records: Records, edges: Edges): Generator<number[]> {
  const rewardRows = records.rewards.members.length;
  const components = new Components(rewardRows + records.pos.members.length);
  const count = edges.pair.length;
  for (let e = 0; e < count; e++) components.join(edges.rewardRow[e]!, rewardRows + edges.posRow[e]!);
  const next = new Int32Array(count).fill(-1);
  const last = new Int32Array(rewardRows).fill(-1);
  const isFirst = new Uint8Array(count);
  for (let e = 0; e < count; e++) {
    // The smaller root wins, and so a component's root is one of its rewards.
    const root = components.rootOf(edges.rewardRow[e]!);
    if (last[root] === -1) isFirst[e] = 1;
    else next[last[root]!] = e;
    last[root] = e;
  }
  for (let first = 0; first < count; first++) {
    if (isFirst[first] === 0) continue;
    const component = [first];
    for (let e = next[first]!; e !== -1; e = next[e]!) component.push(e);
    yield component;
  }
}

/** The chosen edges of one component. */
function solve(orders: Orders, edges: Edges, component: number[]): number[] {
  if (component.length === 1) return component;
  const ordered = heaviestFirst(orders, edges, component);
  return component.length > MAX_EDGES_SOLVED ? greedy(edges, ordered) : optimal(edges, ordered);
}

/** Of edges that weigh the same, by the content of their rows: the order of a file cannot decide between equals. */
function heaviestFirst(orders: Orders, { pair, weight }: Edges, component: number[]): number[] {
  return component.sort((a, b) => weight[b]! - weight[a]! || orders.pairs(pair[a]!, pair[b]!) || a - b);
}

function optimal(edges: Edges, ordered: number[]): number[] {
  const rewardIds = numbered(ordered.map((edge) => edges.rewardRow[edge]!));
  const posIds = numbered(ordered.map((edge) => edges.posRow[edge]!));
  const matching = heaviestMatching({
    rewards: rewardIds.size,
    pos: posIds.size,
    from: Int32Array.from(ordered, (edge) => rewardIds.get(edges.rewardRow[edge]!)!),
    to: Int32Array.from(ordered, (edge) => posIds.get(edges.posRow[edge]!)!),
    weight: Float64Array.from(ordered, (edge) => edges.weight[edge]!),
  });
  return Array.from(matching)
    .filter((local) => local !== -1)
    .map((local) => ordered[local]!);
}

function numbered(rows: number[]): Map<number, number> {
  const ids = new Map<number, number>();
  for (const row of rows) if (!ids.has(row)) ids.set(row, ids.size);
  return ids;
}

function greedy(edges: Edges, ordered: number[]): number[] {
  const usedRewards = new Set<number>();
  const usedPos = new Set<number>();
  return ordered.filter((edge) => {
    const rewardRow = edges.rewardRow[edge]!;
    const posRow = edges.posRow[edge]!;
    if (usedRewards.has(rewardRow) || usedPos.has(posRow)) return false;
    usedRewards.add(rewardRow);
    usedPos.add(posRow);
    return true;
  });
}
