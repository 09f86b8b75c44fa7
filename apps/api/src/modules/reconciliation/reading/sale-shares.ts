// What rewards have of the sale a row is about, told with the row: a sale may pay for several, and be corrected by a later file.
import { formatCents } from '@medspasync/schemas';
import { isProposed, type ResultInFull, type SaleShare } from '../results/result-in-full.ts';
import type { ClaimsRepository, WantedSale } from '../sales/claims.repository.ts';
import { foundRow, salesHeld } from '../sales/held-sales.ts';

export class SaleShares {
  constructor(private readonly claims: Pick<ClaimsRepository, 'corrected' | 'wanted'>) {}

  /** The rows, those of rewards that have one sale with its share, and with what became of it. Inside the open transaction. */
  async tell(jobId: string, rows: readonly ResultInFull[]): Promise<ResultInFull[]> {
    const asked = rows.flatMap((row) => {
      const saleIds = saleIdsOf(row);
      return row.reward && saleIds.length === 1 ? [{ resultId: row.id, saleIds }] : [];
    });
    const wanted = await this.claims.wanted(jobId, asked);
    const byRow = new Map(wanted.map((sale) => [sale.resultId, sale]));
    return rows.map((row) => {
      const sale = byRow.get(row.id);
      return sale ? { ...row, share: shareOf(row, sale), correction: correctionOf(row, sale) } : row;
    });
  }

  /** All the rows; of most sales one version is known, and nobody has to be asked what is left of them. */
  async tellCorrected(jobId: string, rows: ResultInFull[]): Promise<ResultInFull[]> {
    const corrected = await this.claims.corrected(rows.flatMap(saleIdsOf));
    if (corrected.size === 0) return rows;
    const isAsked = (row: ResultInFull): boolean => saleIdsOf(row).some((id) => corrected.has(id));
    const told = new Map((await this.tell(jobId, rows.filter(isAsked))).map((row) => [row.id, row]));
    return rows.map((row) => told.get(row.id) ?? row);
  }
}

const saleIdsOf = ({ decision, posTransactionIds }: ResultInFull): readonly string[] =>
  decision?.verdict === 're_paired' ? decision.posTransactionIds : posTransactionIds;

function shareOf(row: ResultInFull, sale: WantedSale): SaleShare {
  const { decision } = row;
  const standing = decision && {
    ...decision,
    isProposed: isProposed(decision),
    chosenIds: decision.posTransactionIds,
  };
  // A redemption that was taken back has nothing any more, whatever was decided about it.
  const hasIt = !row.isReversed && salesHeld(foundRow(row), standing).includes(sale.saleId);
  const ownCents = hasIt ? sale.takesCents : 0;
  const takenCents = sale.centsHere + sale.centsElsewhere;
  return {
    otherRewards: sale.rewards,
    otherCents: takenCents - sale.writtenOffCents,
    leftCents: Math.max(0, sale.saleCents - takenCents - ownCents),
    saleCents: sale.saleCents,
  };
}

/** A person says that it is the other's by giving this reward that one. */
const FITS_OTHER = '; the refund fits another sale of that day as well';

/** What a later file says of the sale, where it is worth something else than this run has read. */
function correctionOf(
  { chosen, pos }: ResultInFull,
  { refundFitsOther, refundedCents, saleCents, saleId }: WantedSale,
): string | null {
  const { amountCents, type } = [...chosen, ...pos].find(({ id }) => id === saleId)!.transaction;
  if (saleCents === amountCents || type === 'refund' || type === 'void') return null;
  if (refundedCents > 0)
    return saleCents === 0
      ? `Its sale of ${formatCents(amountCents)} was refunded or voided${refundFitsOther ? FITS_OTHER : ''}`
      : `${formatCents(refundedCents)} of its ${formatCents(saleCents + refundedCents)} sale was refunded`;
  if (saleCents === 0) return 'Its sale was voided since';
  return `Its sale was corrected from ${formatCents(amountCents)} to ${formatCents(saleCents)} since`;
}
