// Which decisions of earlier jobs stand in a new one. What a person said of rows holds while the rows are the same; where
// they are not, the row is open again and says why.
import type { ReopenedWhy, TransactionField, Verdict } from '@medspasync/schemas';

export interface EarlierDecision {
  id: string;
  verdict: Verdict;
  /** The transaction its row was about: the reward, else the POS transaction nothing had claimed. */
  ownId: string;
  /** What the run had found for it. */
  foundPosIds: readonly string[];
  /** What a person had paired it with instead. */
  chosenPosIds: readonly string[];
}

/** A row of the new job. */
export interface NewRow {
  id: string;
  ownId: string;
  posIds: readonly string[];
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
  /** Rows the run matched by itself, as far as they claim what was decided about. */
  matches: readonly Pick<NewRow, 'id' | 'posIds'>[];
}

export interface CarryOver {
  carried: Carried[];
  reopened: Reopened[];
}

type Verdicted = { carry: Verdict; posIds: readonly string[] };
type Opened = { why: ReopenedWhy; changedFields: readonly TransactionField[] };

/** A decision whose pair nobody asks about any more is neither. */
export function carryOver({ decisions, matches, rows, versions }: CarryOverInput): CarryOver {
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
  return withoutDoubleClaims(outcome, rows, matches);
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

/** A sale belongs to one reward: where a pair of an earlier job is claimed by now, a person has to look. */
function withoutDoubleClaims(
  { carried, reopened }: CarryOver,
  rows: ReadonlyMap<string, NewRow>,
  matches: CarryOverInput['matches'],
): CarryOver {
  const decided = new Set(carried.map(({ resultId }) => resultId));
  const posOf = new Map([...rows.values()].map(({ id, posIds }) => [id, posIds]));
  const claimed = new Set(matches.filter(({ id }) => !decided.has(id)).flatMap(({ posIds }) => posIds));
  for (const { resultId, verdict } of carried)
    if (verdict === 'approved' || verdict === 'written_off')
      for (const id of posOf.get(resultId) ?? []) claimed.add(id);
  const standing: Carried[] = [];
  for (const one of carried) {
    if (one.verdict === 're_paired' && one.posIds.some((id) => claimed.has(id))) {
      const { earlier, resultId } = one;
      reopened.push({ resultId, earlier, why: 'sale_taken', changedFields: [] });
      continue;
    }
    for (const id of one.posIds) claimed.add(id);
    standing.push(one);
  }
  return { carried: standing, reopened };
}

function areEqual(ids: readonly string[], others: readonly (string | undefined)[]): boolean {
  const known = new Set(ids);
  return known.size === others.length && others.every((id) => id !== undefined && known.has(id));
}
