// Which refund takes what of which sale back, inside the organization of the open transaction.
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import type { RowAtTill } from './refund-fits.ts';
import { ADD, IN_FILE_OF, LINKS, REFUNDS, REMOVE, SALES_LIKE, STANDING } from './sale-refunds-sql.ts';

/** What a refund takes of a sale, which is named as first seen. */
export interface SaleRefund {
  reversalId: string;
  saleId: string;
  cents: number;
  /** Another sale of that day fits the refund alike. */
  fitsOther: boolean;
}

export interface KnownSaleRefund extends SaleRefund {
  refundLineageId: string;
}

/** The version of a row that counts, with the files in which runs that stand have read it. */
export interface StandingRow {
  id: string;
  uploadIds: readonly string[];
}

export class SaleRefundsRepository {
  /** Every refund and void of the till, in every version. */
  refunds(): Promise<RowAtTill[]> {
    return query(REFUNDS);
  }

  /** Sales that one of the refunds may be about, and others that look like it, in every version. */
  async salesLike(refunds: readonly RowAtTill[]): Promise<RowAtTill[]> {
    const all = <Value>(valuesOf: (refund: RowAtTill) => Value | readonly Value[] | null): Value[] => [
      ...new Set(refunds.flatMap((refund) => valuesOf(refund) ?? [])),
    ];
    const rows = await query<RowAtTill>(SALES_LIKE, [
      all(({ amountCents }) => amountCents),
      all(({ code }) => code),
      all(({ invoice }) => invoice),
      all(({ hashes }) => hashes),
      all(({ identity }) => identity),
    ]);
    return [...new Map(rows.map((row) => [row.id, row])).values()];
  }

  links(): Promise<KnownSaleRefund[]> {
    return query(LINKS);
  }

  /** Those of the rows, named as first seen, that the run's file has in whatever version. */
  async inFileOf(jobId: string, lineageIds: readonly string[]): Promise<Set<string>> {
    const rows = await query<{ id: string }>(IN_FILE_OF, [jobId, lineageIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** By row as first seen, what counts of it; nothing of those that no run which stands has read. */
  async standing(lineageIds: readonly string[]): Promise<Map<string, StandingRow>> {
    const rows = await query<StandingRow & { lineageId: string }>(STANDING, [lineageIds]);
    return new Map(rows.map(({ lineageId, ...row }) => [lineageId, row]));
  }

  async remove(links: readonly SaleRefund[]): Promise<void> {
    if (links.length === 0) return;
    await query(REMOVE, [links.map(({ reversalId }) => reversalId), links.map(({ saleId }) => saleId)]);
  }

  async add(links: readonly SaleRefund[]): Promise<void> {
    if (links.length === 0) return;
    await query(ADD, [
      links.map(({ reversalId }) => reversalId),
      links.map(({ saleId }) => saleId),
      links.map(({ cents }) => cents),
      links.map(({ fitsOther }) => fitsOther),
    ]);
  }
}

const query = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  currentEntityManager().query<Row[]>(sql, [currentOrganizationId(), ...parameters]);
