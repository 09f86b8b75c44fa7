// Which refund takes what of which sale back, inside the organization of the open transaction.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { queryHashed } from './query-hashed.ts';
import type { ReversalCandidate } from './reversals.repository.ts';
import { ADD, CANDIDATES, PENDING, REMOVE, STALE } from './sale-refunds-sql.ts';

/** A refund and what it takes a part of, as first seen. */
export interface RefundAndSale {
  reversalId: string;
  saleId: string;
}

export interface SaleRefund extends RefundAndSale {
  cents: number;
}

/** What tells its sale. */
interface PendingRefund {
  id: string;
  amountCents: number;
  code: string | null;
  invoice: string | null;
  hashes: string[] | null;
}

export class SaleRefundsRepository {
  /** Those that count no more. @param endingJobId a run that is about to end, whose rows count. */
  stale(endingJobId: string | null): Promise<RefundAndSale[]> {
    return query(STALE, [endingJobId]);
  }

  async remove(links: readonly RefundAndSale[]): Promise<void> {
    await query(REMOVE, [links.map(({ reversalId }) => reversalId), links.map(({ saleId }) => saleId)]);
  }

  /** What refunds that take nothing back yet may take, of those that the run has read and of those that may be about its sales. */
  async candidates(jobId: string): Promise<ReversalCandidate[]> {
    const pending = await query<PendingRefund>(PENDING, [jobId]);
    if (pending.length === 0) return [];
    const all = <Value>(valuesOf: (refund: PendingRefund) => Value | readonly Value[] | null): Value[] => [
      ...new Set(pending.flatMap((refund) => valuesOf(refund) ?? [])),
    ];
    return queryHashed(CANDIDATES, [
      jobId,
      all(({ id }) => id),
      all(({ amountCents }) => amountCents),
      all(({ code }) => code),
      all(({ invoice }) => invoice),
      all(({ hashes }) => hashes),
    ]);
  }

  async add(links: readonly SaleRefund[]): Promise<void> {
    await query(ADD, [
      links.map(({ reversalId }) => reversalId),
      links.map(({ saleId }) => saleId),
      links.map(({ cents }) => cents),
    ]);
  }
}

const query = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  currentEntityManager().query<Row[]>(sql, [currentOrganizationId(), ...parameters]);
