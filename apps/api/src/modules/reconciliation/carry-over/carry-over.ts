// Which decisions of earlier jobs stand in a new one. What a person said of rows holds while the rows are the same; where
// they are not, the row is open again and says why.
import type { ReopenedWhy, TransactionField, Verdict } from '@medspasync/schemas';
import type { FoundRow } from '../sales/held-sales.ts';

export interface EarlierDecision {
  id: string;
  verdict: Verdict;
  /** The transaction its row was about: the reward, else the POS transaction nothing had claimed. */
  ownId: string;
  /** What the run had found for it. */
  foundPosIds: readonly string[];
  /** What a person had paired it with instead. */
  chosenPosIds: readonly string[];
  /** It waits for its second person. */
  isProposed: boolean;
}

/** A row of the new job, about `ownId`. */
export interface NewRow extends FoundRow {
  id: string;
  ownId: string;
}

/** The version of a transaction that the new job has, and in what it differs from the one that was decided about. */
export interface VersionNow {
  id: string;
  changedFields: readonly TransactionField[];
}

export interface Carried {
  resultId: string;
  earlier: EarlierDecision;
  verdict: Verdict;
  /** Of another pair than the one found now; else empty. */
  posIds: readonly string[];
}

export interface Reopened {
  resultId: string;
  earlier: EarlierDecision;
  why: ReopenedWhy;
  changedFields: readonly TransactionField[];
}

export interface CarryOverInput {
  /** The latest about each row first. */
  decisions: readonly EarlierDecision[];
  /** By the transaction they are about. */
  rows: ReadonlyMap<string, NewRow>;
  /** By the id that was decided about; absent when the new job has no version of it. */
  versions: ReadonlyMap<string, VersionNow>;
}

export interface CarryOver {
  carried: Carried[];
  reopened: Reopened[];
}

type Verdicted = { carry: Verdict; posIds: readonly string[] };
type Opened = { why: ReopenedWhy; changedFields: readonly TransactionField[] };

/** What the rows alone say, whoever has their sales. A decision whose pair nobody asks about any more is neither. */
export function carryOver({ decisions, rows, versions }: CarryOverInput): CarryOver {
  const outcome: CarryOver = { carried: [], reopened: [] };
  for (const earlier of decisions) {
    const now = versions.get(earlier.ownId);
    const row = now && rows.get(now.id);
    if (!row) continue;
    const said = sayOf(earlier, row, now, versions);
    if (said === undefined) continue;
    if ('why' in said) outcome.reopened.push({ resultId: row.id, earlier, ...said });
    else outcome.carried.push({ resultId: row.id, earlier, verdict: said.carry, posIds: said.posIds });
  }
  return outcome;
}

function sayOf(
  earlier: EarlierDecision,
  row: NewRow,
  now: VersionNow,
  versions: ReadonlyMap<string, VersionNow>,
): Verdicted | Opened | undefined {
  if (now.id !== earlier.ownId) return { why: 'row_changed', changedFields: now.changedFields };
  const { chosenPosIds, foundPosIds, verdict } = earlier;
  const pair = verdict === 're_paired' ? chosenPosIds : foundPosIds;
  const sales = pair.map((id) => versions.get(id));
  const isSamePair = areEqual(
    row.posIds,
    sales.map((sale) => sale?.id),
  );
  const changed = sales.filter((sale, index) => sale && sale.id !== pair[index]);
  const saleChanged: Opened = {
    why: 'sale_changed',
    changedFields: [...new Set(changed.flatMap((sale) => sale!.changedFields))],
  };
  if (verdict === 'approved' || verdict === 're_paired') {
    if (sales.includes(undefined)) return { why: 'sale_missing', changedFields: [] };
    if (changed.length > 0) return saleChanged;
    return isSamePair ? { carry: 'approved', posIds: [] } : { carry: 're_paired', posIds: pair };
  }
  if (isSamePair) return changed.length > 0 ? saleChanged : { carry: verdict, posIds: [] };
  if (verdict === 'rejected') return undefined;
  return row.posIds.length === 0
    ? { carry: verdict, posIds: [] }
    : { why: 'another_sale', changedFields: [] };
}

function areEqual(ids: readonly string[], others: readonly (string | undefined)[]): boolean {
  const known = new Set(ids);
  return known.size === others.length && others.every((id) => id !== undefined && known.has(id));
}
