// Which redemption a void or refund takes back, judged by the engine's own rule as if all files were one. Whatever has been
// told once holds for every run: the engine is given the rows so that it comes to the same.
import { takenBack } from '@medspasync/matching';
import type { Transaction } from '@medspasync/schemas';
import type { StoredTransaction } from '../../uploads/index.ts';
import type { KnownReversal, NewLink, ReversalCandidate } from './reversals.repository.ts';

export interface LinkInput {
  reversalIds: readonly string[];
  /** Of them, those of earlier files: their redemption was in no file yet. */
  waiting: ReadonlySet<string>;
  candidates: readonly ReversalCandidate[];
  /** All of these, by id. */
  transactions: ReadonlyMap<string, StoredTransaction>;
}

/** A link with the redemption that it is about. */
export type FoundLink = NewLink & { redemptionId: string };

/**
 * One link for each reversal that takes something back: of the same file first, as in a run over that file. One that waited and
 * names no code takes back none by itself where several redemptions fit it: a person is asked about each.
 */
export function linkReversals({ candidates, reversalIds, transactions, waiting }: LinkInput): FoundLink[] {
  const rowOf = (id: string): Transaction => transactions.get(id)!.transaction;
  const links: FoundLink[] = [];
  const isFree = ({ lineageId }: ReversalCandidate): boolean =>
    !links.some((link) => link.isCertain && link.lineageId === lineageId);
  const linkOf =
    (reversalId: string, isCertain: boolean) =>
    ({ id, lineageId }: ReversalCandidate) => ({
      reversalId,
      lineageId,
      redemptionId: id,
      isCertain,
    });
  for (const id of codesFirst(reversalIds, rowOf)) {
    const pick = (among: readonly ReversalCandidate[]): ReversalCandidate | undefined =>
      among[takenBack([...among.map((one) => rowOf(one.id)), rowOf(id)]).indexOf(true)];
    const free = candidates.filter((one) => one.reversalId === id && isFree(one));
    const beside = free.filter(({ isBeside }) => isBeside);
    const redemption = pick(beside) ?? pick(free);
    if (!redemption) continue;
    const fitting = waiting.has(id) ? allThatFit(redemption, beside, pick, rowOf) : [redemption];
    const isCertain = fitting.length === 1 || haveOneCode(rowOf(redemption.id), rowOf(id));
    links.push(...(isCertain ? [redemption] : fitting).map(linkOf(id, isCertain)));
  }
  return links;
}

/** As the engine has them choose: who names an invoice or a code is first. */
export function codesFirst(ids: readonly string[], rowOf: (id: string) => Transaction): string[] {
  const rankOf = (id: string): number => {
    const { invoiceId, reference } = rowOf(id);
    if (invoiceId !== undefined) return 0;
    return reference === undefined ? 2 : 1;
  };
  return [...ids].sort((one, other) => rankOf(one) - rankOf(other));
}

const haveOneCode = (one: Transaction, other: Transaction): boolean =>
  [one.reference, one.invoiceId].some(
    (code, index) => code?.toLowerCase() === [other.reference, other.invoiceId][index]?.toLowerCase() && code,
  );

/** The first of them and those that would be taken back without it; of rows that say the same one is enough. */
function allThatFit(
  first: ReversalCandidate,
  among: readonly ReversalCandidate[],
  pick: (among: readonly ReversalCandidate[]) => ReversalCandidate | undefined,
  rowOf: (id: string) => Transaction,
): ReversalCandidate[] {
  const fitting: ReversalCandidate[] = [];
  const said = new Set<string>();
  let left = among;
  for (let next: ReversalCandidate | undefined = first; next; next = pick(left)) {
    const own = next;
    left = left.filter((one) => one !== own);
    const { transactionId, ...says } = rowOf(own.id);
    const words = JSON.stringify(says);
    if (!said.has(words)) fitting.push(own);
    said.add(words);
  }
  return fitting;
}

/**
 * Rewards as the engine is given them: of a reversal that is known, the engine can find nothing but what it takes back.
 * @param known those of the upload.
 */
export function asLinked<Row extends StoredTransaction>(
  rows: readonly Row[],
  known: readonly KnownReversal[],
): readonly Row[] {
  if (known.length === 0) return rows;
  const markOf = new Map<string, string | null>();
  for (const { redemptionId, reversalId } of known) {
    if (redemptionId === null) {
      if (!markOf.has(reversalId)) markOf.set(reversalId, null);
      continue;
    }
    for (const id of [reversalId, redemptionId]) markOf.set(id, `taken back by ${reversalId}`);
  }
  return rows.map((row) => {
    const mark = markOf.get(row.id);
    if (mark === undefined) return row;
    return {
      ...row,
      transaction: mark === null ? ofNobody(row.transaction) : { ...row.transaction, invoiceId: mark },
    };
  });
}

/** What results tell of a row, and nothing by which it would take another back. */
function ofNobody({ amountCents, date, location, program, transactionId, type }: Transaction): Transaction {
  return {
    amountCents,
    ...(date === undefined ? {} : { date }),
    ...(location === undefined ? {} : { location }),
    ...(program === undefined ? {} : { program }),
    ...(transactionId === undefined ? {} : { transactionId }),
    ...(type === undefined ? {} : { type }),
  };
}
