// Sales over all runs that count, inside the organization of the open transaction: a sale pays for what it is worth, however
// many files the rewards came in.
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import {
  CORRECTED,
  HOLD_CLAIMS,
  LATER_RUN_BY_ROW,
  PAIRS_ON_CORRECTED,
  REOPEN_TAKEN,
  TAKEN_FROM_ROWS,
} from './claims-sql.ts';

export interface LaterRun {
  id: string;
  completedAt: Date;
}

/** A sale that a row would have, and what others have of it. */
export interface WantedSale {
  resultId: string;
  saleId: string;
  /** Of the sale, whatever version of it the row has. */
  lineageId: string;
  /** What it is worth by now. */
  saleCents: number;
  /** What refunds in rows of their own took of it. */
  refundedCents: number;
  /** One of these fits another sale of that day alike. */
  refundFitsOther: boolean;
  /** What the row would take of it. */
  takesCents: number;
  /** Other rewards that have a part of it. */
  rewards: number;
  /** Theirs in the row's own run. */
  centsHere: number;
  /** Theirs in other runs that count. */
  centsElsewhere: number;
  /** Of the latest of these; null where there is none. */
  completedAt: Date | null;
  /** What of all this a person wrote off, as a row of the sale's own, and which row that is. */
  writtenOffCents: number;
  writtenOffId: string | null;
}

/** A pair that stands on a sale of several versions, or on one that was refunded. */
export interface PairOnCorrected extends RowAndSales {
  jobId: string;
  /** Of `saleIds`, all that pay the reward; a pair that waits for its second person holds others, too. */
  pairIds: readonly string[];
  rewardCents: number;
  /** What its sales were less than the reward when it was made. */
  givenUpCents: number;
}

/** Which sales a row would have. */
export interface RowAndSales {
  resultId: string;
  saleIds: readonly string[];
}

export class ClaimsRepository {
  /** Nobody else decides, and no other run ends, until the transaction does. */
  async hold(): Promise<void> {
    await currentEntityManager().query(HOLD_CLAIMS, [currentOrganizationId()]);
  }

  /** By result, the run that has the row by now, where that is a later one than its own. */
  async laterRuns(resultIds: readonly string[]): Promise<Map<string, LaterRun>> {
    const runs = await currentEntityManager().query<(LaterRun & { resultId: string })[]>(LATER_RUN_BY_ROW, [
      currentOrganizationId(),
      resultIds,
    ]);
    return new Map(runs.map(({ resultId, ...run }) => [resultId, run]));
  }

  /** Those of the sales that a file has corrected or refunded. */
  async corrected(saleIds: readonly string[]): Promise<Set<string>> {
    const rows = await currentEntityManager().query<{ id: string }[]>(CORRECTED, [
      currentOrganizationId(),
      saleIds,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** The sales that rows of a run would have, each with what others have of it. The run may be about to end. */
  async wanted(jobId: string, rows: readonly RowAndSales[]): Promise<WantedSale[]> {
    const asked = rows.flatMap(({ resultId, saleIds }) => saleIds.map((saleId) => ({ resultId, saleId })));
    if (asked.length === 0) return [];
    return currentEntityManager().query<WantedSale[]>(TAKEN_FROM_ROWS, [
      currentOrganizationId(),
      jobId,
      asked.map(({ resultId }) => resultId),
      asked.map(({ saleId }) => saleId),
    ]);
  }

  /**
   * The pairs, of whatever run, on sales that the run has read, and that files have brought in several versions, or on sales with a
   * refund, either of which it has read; the newest first. @param refunded further sales, as first seen.
   */
  async pairsOnCorrected(jobId: string, refunded: readonly string[]): Promise<PairOnCorrected[]> {
    return currentEntityManager().query<PairOnCorrected[]>(PAIRS_ON_CORRECTED, [
      currentOrganizationId(),
      jobId,
      refunded,
    ]);
  }

  /**
   * Lets rows of a run that is about to end wait for a person where their sales cannot pay them beside what rewards of other
   * runs have: of several of the run on one sale, all of them, since nobody knows which it pays.
   * @returns how many of them the run had matched by itself.
   */
  async reopenTaken(jobId: string): Promise<number> {
    const organizationId = currentOrganizationId();
    const others = await currentEntityManager().query<unknown[]>(
      `SELECT FROM jobs WHERE organization_id = $1 AND id <> $2 AND status = 'completed' LIMIT 1`,
      [organizationId, jobId],
    );
    if (others.length === 0) return 0;
    const [row] = await currentEntityManager().query<{ matches: number }[]>(REOPEN_TAKEN, [
      organizationId,
      jobId,
    ]);
    return row!.matches;
  }
}
