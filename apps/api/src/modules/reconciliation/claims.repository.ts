// Sales over all runs that count, inside the organization of the open transaction: a sale pays for what it is worth, however
// many files the rewards came in.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { HOLD_CLAIMS, LATER_RUN_BY_ROW, REOPEN_TAKEN, TAKEN_FROM_ROWS } from './claims-sql.ts';

export interface LaterRun {
  id: string;
  completedAt: Date;
}

export interface ClaimOfOthers {
  /** What the rewards of other runs are worth that have the sales. */
  cents: number;
  /** Of the latest of these runs. */
  completedAt: Date;
}

/** The sales that a row would have. */
export interface WantedSales {
  resultId: string;
  posIds: readonly string[];
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

  /** By result, what rewards of other runs have of the sales it would have; absent where that is nothing. */
  async ofOthers(jobId: string, wanted: readonly WantedSales[]): Promise<Map<string, ClaimOfOthers>> {
    if (wanted.length === 0) return new Map();
    const claims = await currentEntityManager().query<(ClaimOfOthers & { resultId: string })[]>(
      TAKEN_FROM_ROWS,
      [
        currentOrganizationId(),
        jobId,
        wanted.flatMap(({ posIds, resultId }) => posIds.map(() => resultId)),
        wanted.flatMap(({ posIds }) => posIds),
      ],
    );
    return new Map(claims.map(({ resultId, ...claim }) => [resultId, claim]));
  }

  /**
   * Lets rows of a run that is about to end wait for a person where rewards of other runs have used up their sales.
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
