// A file may correct a sale that pairs of other runs stand on, or refund it. From the end of a run that has read it, the sale is
// worth what it says; pairs that do not fit any more wait for a person. Where the run is undone, or a later one has read that less was
// refunded, what was opened stands again.
import { type AuditTrail, SYSTEM } from '../../audit/index.ts';
import type { Announcements } from '../announcements/announcements.ts';
import type {
  ReopenedRowsRepository,
  RowToPutBack,
  RowToReopen,
} from '../announcements/reopened-rows.repository.ts';
import type {
  ClaimsRepository,
  PairOnCorrected,
  RowAndSales,
  WantedSale,
} from '../sales/claims.repository.ts';
import { salesHeld } from '../sales/held-sales.ts';
import type { ReleasedSales } from '../sales/released-sales.ts';
import { SalesLeft } from '../sales/sales-left.ts';
import type { MovedRows } from './moved-rows.ts';
import type { SaleRefunds } from './sale-refunds.ts';

export interface CorrectedSalesNeeds {
  claims: Pick<ClaimsRepository, 'pairsOnCorrected' | 'wanted'>;
  reopened: ReopenedRowsRepository;
  saleRefunds: Pick<SaleRefunds, 'follow'>;
  movedRows: Pick<MovedRows, 'closed'>;
  releasedSales: Pick<ReleasedSales, 'follow'>;
  announcements: Pick<Announcements, 'opened'>;
  audit: AuditTrail;
}

export class CorrectedSales {
  constructor(private readonly needs: CorrectedSalesNeeds) {}

  /**
   * Inside the transaction that ends the run, once it counts. A pair that would give more up than was said with it is open; of
   * those that overdraw a sale, the newest. Pairs that a refund had opened stand again where it takes less by now. Rows of closed
   * months keep what they have, and so do pairs with a sale of one.
   * @returns how many of the run's own matches wait for a person now.
   */
  async follow(jobId: string): Promise<number> {
    const refunded = await this.needs.saleRefunds.follow(jobId);
    const ownMatches = await this.#reopen(jobId, refunded);
    if (refunded.length > 0) await this.#standAgain(refunded);
    return ownMatches;
  }

  /** Inside the transaction that undoes the run: its sales are worth again what runs that stand have read. */
  async putBack(jobId: string): Promise<void> {
    const refunded = await this.needs.saleRefunds.follow(jobId);
    await this.#reopen(jobId, refunded);
    await this.#standAgain(refunded);
  }

  /** What runs that are undone had opened, or what has one of these sales, as far as they pay it. */
  async #standAgain(refunded: readonly string[]): Promise<void> {
    const { audit, releasedSales, reopened } = this.needs;
    const opened = await reopened.toPutBack(refunded);
    const pairs = await this.#inOpenMonths(opened.map(pairOf));
    const left = await this.#left(pairs);
    const fitting = pairs.filter((pair) => {
      if (isShort(pair, left) || left.shortageOf(pair.resultId, pair.saleIds)) return false;
      left.move(pair.resultId, [], pair.saleIds);
      return true;
    });
    if (fitting.length === 0) return;
    await reopened.putBack(fitting.map(({ resultId }) => resultId));
    for (const [ofJob, rows] of byJob(fitting)) {
      await releasedSales.follow(
        ofJob,
        rows.map(({ resultId }) => resultId),
      );
      const subject = { kind: 'job' as const, id: ofJob };
      audit.record(SYSTEM, { action: 'decisions.put_back', subject, detail: { rows: rows.length } });
    }
  }

  /**
   * @param jobId the run that ends or is undone. @param refunded sales of which refunds take more or less by now.
   * @returns the run's own matches among them.
   */
  async #reopen(jobId: string, refunded: readonly string[]): Promise<number> {
    const { announcements, audit, claims, releasedSales, reopened } = this.needs;
    const pairs = await this.#inOpenMonths(await claims.pairsOnCorrected(jobId, refunded));
    const unfit = unfitAmong(pairs, await this.#left(pairs));
    let ownMatches = 0;
    for (const [ofJob, rows] of byJob(unfit)) {
      const opened = await reopened.reopen(ofJob, rows, jobId);
      if (ofJob === jobId) ownMatches = opened.matches;
      const resultIds = rows.map(({ resultId }) => resultId);
      await releasedSales.follow(ofJob, resultIds);
      // The run that ends tells of all that is open in it.
      if (ofJob !== jobId) await announcements.opened(ofJob, resultIds);
      const subject = { kind: 'job' as const, id: ofJob };
      audit.record(SYSTEM, { action: 'decisions.reopened', subject, detail: { reopened: rows.length } });
    }
    return ownMatches;
  }

  async #inOpenMonths<Row extends RowAndSales>(rows: readonly Row[]): Promise<Row[]> {
    const closed = await this.needs.movedRows.closed(rows);
    return rows.filter(({ resultId }) => !closed.has(resultId));
  }

  /** A decision is told by its own run what others have of a sale. */
  async #left(rows: readonly (RowAndSales & { jobId: string })[]): Promise<SalesLeft> {
    const wanted: WantedSale[] = [];
    for (const [jobId, those] of byJob(rows)) wanted.push(...(await this.needs.claims.wanted(jobId, those)));
    return new SalesLeft(wanted);
  }
}

/** Those short of their reward go first: what they had may be enough for the others. @param pairs the newest first. */
function unfitAmong(pairs: readonly PairOnCorrected[], left: SalesLeft): (RowToReopen & { jobId: string })[] {
  const short = pairs.filter((pair) => isShort(pair, left));
  for (const { resultId, saleIds } of short) left.move(resultId, saleIds, []);
  const taken = pairs.filter((pair) => {
    if (short.includes(pair) || !left.shortageOf(pair.resultId, pair.saleIds)) return false;
    left.move(pair.resultId, pair.saleIds, []);
    return true;
  });
  const opened =
    (code: RowToReopen['code']) =>
    ({ jobId, pairIds, resultId }: PairOnCorrected): RowToReopen & { jobId: string } => {
      if (left.isRefunded(resultId, pairIds))
        return { jobId, resultId, code: 'REFUND_AFTER_REDEMPTION', why: 'sale_refunded', changedFields: [] };
      // A row that says by now that its sale was voided or refunded says what one file would have said.
      if (left.worthOf(resultId, pairIds) === 0)
        return {
          jobId,
          resultId,
          code: 'REFUND_AFTER_REDEMPTION',
          why: 'sale_changed',
          changedFields: ['type'],
        };
      return { jobId, resultId, code, why: 'sale_changed', changedFields: ['amount'] };
    };
  return [...short.map(opened('AMOUNT_DIFF')), ...taken.map(opened('DUPLICATE_REDEMPTION'))];
}

/** It would give up more than was said with it. */
const isShort = (
  { givenUpCents, pairIds, resultId, rewardCents }: PairOnCorrected,
  left: SalesLeft,
): boolean => rewardCents - left.worthOf(resultId, pairIds) > givenUpCents;

function pairOf(row: RowToPutBack): PairOnCorrected {
  const saleIds = salesHeld(row, row.decision);
  const pairIds = row.decision?.verdict === 're_paired' ? row.decision.chosenIds : saleIds;
  return { ...row, saleIds, pairIds };
}

function byJob<Row extends { jobId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const jobs = new Map<string, Row[]>();
  for (const row of rows) jobs.set(row.jobId, [...(jobs.get(row.jobId) ?? []), row]);
  return jobs;
}
