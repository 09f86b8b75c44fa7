// Sales over all runs that count, inside the organization of the open transaction: a sale pays for what it is worth, however
// many files the rewards came in.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { HOLD_CLAIMS, LATER_RUN, REOPEN_TAKEN, TAKEN_FROM_ROW } from './claims-sql.ts';

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

export class ClaimsRepository {
  /** Nobody else decides, and no other run ends, until the transaction does. */
  async hold(): Promise<void> {
    await currentEntityManager().query(HOLD_CLAIMS, [currentOrganizationId()]);
  }

  /** The run that has the row by now, where that is a later one than its own. */
  async laterRun(resultId: string): Promise<LaterRun | undefined> {
    const [run] = await currentEntityManager().query<LaterRun[]>(LATER_RUN, [
      currentOrganizationId(),
      resultId,
    ]);
    return run;
  }

  /** What rewards of other runs have of `posIds`; undefined where that is nothing. */
  async ofOthers(
    jobId: string,
    resultId: string,
    posIds: readonly string[],
  ): Promise<ClaimOfOthers | undefined> {
    const [claim] = await currentEntityManager().query<ClaimOfOthers[]>(TAKEN_FROM_ROW, [
      currentOrganizationId(),
      jobId,
      resultId,
      posIds,
    ]);
    return claim;
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
