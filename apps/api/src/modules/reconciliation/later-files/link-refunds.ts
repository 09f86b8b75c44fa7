// What each refund of a till takes of which sale, by the engine's own rule, where refunds and sales came in several files.
import { centsTakenBack } from '@medspasync/matching';
import type { Transaction } from '@medspasync/schemas';
import { codesFirst } from './link-reversals.ts';
import { grouped } from './refund-fits.ts';
import type { SaleRefund } from './sale-refunds.repository.ts';

/** A sale that a refund may take something of. */
export interface RefundCandidate {
  reversalId: string;
  id: string;
  lineageId: string;
  /** One file has both. */
  isBeside: boolean;
  /** The refund bears its number. */
  isOfItsNumber: boolean;
  /** To the refund, as a number: of two that are equal nothing but their order tells which is meant. */
  likeness: number;
}

/** Of the same file first, as in a run over that file; and who takes back a whole sale before who takes a part of an invoice. */
const TURNS = [
  { besideOnly: true, wholeOnly: true },
  { besideOnly: true, wholeOnly: false },
  { besideOnly: false, wholeOnly: true },
  { besideOnly: false, wholeOnly: false },
];

/**
 * Each refund is used once, and no sale gives more than is left of it. One that bears the number of sales is about these only.
 * Where it takes all of one, and all of another is left that it fits alike, the link says so.
 * @param candidates in an order that stays, of refunds as of their sales.
 * @param leftOf by sale as first seen, cents; what is taken is taken off.
 */
export function linkRefunds(
  candidates: readonly RefundCandidate[],
  rowOf: (id: string) => Transaction,
  leftOf: Map<string, number>,
): SaleRefund[] {
  const links: Omit<SaleRefund, 'fitsOther'>[] = [];
  const used = new Set<string>();
  const byRefund = grouped(candidates.map((one) => [one.reversalId, one] as const));
  const turns = codesFirst([...byRefund.keys()], rowOf);
  for (const { besideOnly, wholeOnly } of TURNS)
    for (const reversalId of turns) {
      if (used.has(reversalId)) continue;
      const refund = rowOf(reversalId);
      const all = byRefund.get(reversalId)!;
      const ofItsNumber = all.filter(({ isOfItsNumber }) => isOfItsNumber);
      const free = (ofItsNumber.length > 0 ? ofItsNumber : all).filter(
        ({ id, isBeside, lineageId }) =>
          leftOf.get(lineageId)! > 0 &&
          (isBeside || !besideOnly) &&
          (!wholeOnly || rowOf(id).amountCents === refund.amountCents),
      );
      if (free.length === 0) continue;
      const rows = [...free.map(({ id }) => rowOf(id)), refund].map(readAs(free[0]!));
      for (const [place, cents] of centsTakenBack(rows).entries()) {
        if (cents === 0 || place === free.length) continue;
        const { lineageId: saleId } = free[place]!;
        const taken = Math.min(cents, leftOf.get(saleId)!);
        leftOf.set(saleId, leftOf.get(saleId)! - taken);
        links.push({ reversalId, saleId, cents: taken });
        used.add(reversalId);
      }
    }
  const fitsOther = ({ cents, reversalId, saleId }: Omit<SaleRefund, 'fitsOther'>): boolean => {
    const refund = rowOf(reversalId);
    const all = byRefund.get(reversalId)!;
    const own = all.find(({ lineageId }) => lineageId === saleId)!;
    if (rowOf(own.id).amountCents !== cents) return false;
    const others = all.filter(
      (one) => one !== own && areAlike(one, own, rowOf) && leftOf.get(one.lineageId) === cents,
    );
    if (others.length === 0) return false;
    const rows = [...others.map(({ id }) => rowOf(id)), refund].map(readAs(own));
    return centsTakenBack(rows).some((taken) => taken > 0);
  };
  return links.map((link) => ({ ...link, fitsOther: fitsOther(link) }));
}

/** Both fit one refund, and nothing but their order tells which of them it takes back. */
const areAlike = (
  one: RefundCandidate,
  other: RefundCandidate,
  rowOf: (id: string) => Transaction,
): boolean =>
  one.likeness === other.likeness &&
  one.isBeside === other.isBeside &&
  one.isOfItsNumber === other.isOfItsNumber &&
  rowOf(one.id).date === rowOf(other.id).date;

/** The engine knows no numbers of a till, and to be of one number is as good as to be on one invoice. */
const readAs =
  ({ isOfItsNumber }: RefundCandidate) =>
  (row: Transaction): Transaction =>
    isOfItsNumber ? { ...row, invoiceId: 'of one number' } : row;
