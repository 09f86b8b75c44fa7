// Refunds and voids of a till take sales back whichever file brought either, as if all files were one: which takes what of which
// is told anew from the rows that runs which stand have read, whenever a run ends or is undone. Sales of closed months stay as
// they were closed.
import type { Books } from '../../uploads/index.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import { linkRefunds } from './link-refunds.ts';
import { boundUpWith, inOrderOfDay, type RefundFit, type RowAtTill, refundFits } from './refund-fits.ts';
import type {
  KnownSaleRefund,
  SaleRefund,
  SaleRefundsRepository,
  StandingRow,
} from './sale-refunds.repository.ts';

export interface SaleRefundsNeeds {
  refunds: SaleRefundsRepository;
  books: Pick<Books, 'findAll'>;
  months: Pick<ClosedMonths, 'refusalsOfTransactions'>;
}

/** Refunds and sales that depend on each other, in whatever versions, and what is known of them. */
interface Neighborhood {
  fits: readonly RefundFit[];
  links: readonly KnownSaleRefund[];
}

export class SaleRefunds {
  constructor(private readonly needs: SaleRefundsNeeds) {}

  /**
   * Inside the transaction that ends the run or undoes it, once it counts or does not, with the claims held.
   * @returns the sales, as first seen, of which refunds take more or less now.
   */
  async follow(jobId: string): Promise<string[]> {
    const near = await this.#near(jobId);
    if (near.fits.length === 0 && near.links.length === 0) return [];
    const { kept, told } = await this.#tell(near);
    const before = near.links.filter((link) => !kept.has(link));
    const gone = without(before, told);
    const added = without(told, before);
    await this.needs.refunds.remove(gone);
    await this.needs.refunds.add(added);
    const moved = [...without(before, told, takes), ...without(told, before, takes)];
    return [...new Set(moved.map(({ saleId }) => saleId))];
  }

  /** Of all refunds, those that the run's file has, or whose sales it has, and whatever is bound up with them. */
  async #near(jobId: string): Promise<Neighborhood> {
    const { refunds } = this.needs;
    const all = await refunds.refunds();
    if (all.length === 0) return { fits: [], links: [] };
    const pairs = [...refundFits(all, await refunds.salesLike(all)), ...(await refunds.links())];
    const ids = new Set(pairs.flatMap(endsOf));
    const near = boundUpWith(pairs, endsOf, await refunds.inFileOf(jobId, [...ids]));
    return {
      fits: near.filter((pair) => 'sale' in pair),
      links: near.filter((pair) => 'saleId' in pair),
    };
  }

  /**
   * What closed months have stays, and so does what else their refund takes, as long as it counts. A refund that names a sale of a
   * closed month is that one's: it takes nothing of another instead.
   */
  async #tell({ fits, links }: Neighborhood): Promise<{ kept: Set<SaleRefund>; told: SaleRefund[] }> {
    const standing = await this.needs.refunds.standing([...new Set([...fits, ...links].flatMap(endsOf))]);
    const counts: Counts = (lineageId, id) => standing.get(lineageId)?.id === id;
    const saleIds = [...fits, ...links].map((pair) => endsOf(pair)[1]);
    const isClosed = await this.#closedAmong(saleIds, standing);
    const closedLinks = links.filter(({ saleId }) => isClosed(saleId));
    const settled = new Set(closedLinks.map(({ refundLineageId }) => refundLineageId));
    const kept = links.filter(
      ({ refundLineageId, reversalId, saleId }) =>
        isClosed(saleId) || (settled.has(refundLineageId) && counts(refundLineageId, reversalId)),
    );
    const open = fits.filter(
      ({ isNamed, refund, sale }) =>
        counts(refund.lineageId, refund.id) &&
        counts(sale.lineageId, sale.id) &&
        !settled.has(refund.lineageId) &&
        (isNamed || !isClosed(sale.lineageId)),
    );
    const told = await this.#link(open, kept, standing);
    return { kept: new Set(kept), told: told.filter(({ saleId }) => !isClosed(saleId)) };
  }

  /** Told by a sale's day as it was first seen, or as it stands. @param saleIds as first seen. */
  async #closedAmong(saleIds: readonly string[], standing: Standing): Promise<(saleId: string) => boolean> {
    const versionsOf = (saleId: string): string[] => [saleId, standing.get(saleId)?.id ?? saleId];
    const ids = new Set(saleIds.flatMap(versionsOf));
    const closed = await this.needs.months.refusalsOfTransactions([...ids]);
    return (saleId) => versionsOf(saleId).some((id) => closed.has(id));
  }

  /** What of each sale the refunds that fit it take, besides what `kept` ones do. */
  async #link(
    fits: readonly RefundFit[],
    kept: readonly SaleRefund[],
    standing: Standing,
  ): Promise<SaleRefund[]> {
    const leftOf = new Map(fits.map(({ sale }) => [sale.lineageId, sale.amountCents]));
    for (const { cents, saleId } of kept)
      if (leftOf.has(saleId)) leftOf.set(saleId, leftOf.get(saleId)! - cents);
    const ids = new Set(fits.flatMap(({ refund, sale }) => [refund.id, sale.id]));
    const rows = await this.needs.books.findAll([...ids]);
    const filesOf = ({ lineageId }: RowAtTill) => standing.get(lineageId)!.uploadIds;
    const inOrder = fits.toSorted(
      (one, other) => inOrderOfDay(one.refund, other.refund) || inOrderOfDay(one.sale, other.sale),
    );
    const candidates = inOrder.map(({ isOfItsNumber, likeness, refund, sale }) => ({
      reversalId: refund.id,
      id: sale.id,
      lineageId: sale.lineageId,
      isBeside: filesOf(refund).some((id) => filesOf(sale).includes(id)),
      isOfItsNumber,
      likeness,
    }));
    return linkRefunds(candidates, (id) => rows.get(id)!.transaction, leftOf);
  }
}

type Standing = ReadonlyMap<string, StandingRow>;

/** Whether this version of a row counts. */
type Counts = (lineageId: string, id: string) => boolean;

/** A refund and a sale, each as first seen. */
const endsOf = (pair: RefundFit | KnownSaleRefund): [string, string] =>
  'sale' in pair ? [pair.refund.lineageId, pair.sale.lineageId] : [pair.refundLineageId, pair.saleId];

const takes = ({ cents, reversalId, saleId }: SaleRefund): string => `${reversalId} ${saleId} ${cents}`;

const without = (
  links: readonly SaleRefund[],
  those: readonly SaleRefund[],
  keyOf = (link: SaleRefund): string => `${takes(link)} ${link.fitsOther}`,
): SaleRefund[] => {
  const keys = new Set(those.map(keyOf));
  return links.filter((link) => !keys.has(keyOf(link)));
};
