// Rows of jobs, inside the organization of the open transaction.
import { In } from 'typeorm';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { JobEntity } from './job.entity.ts';
import type { Completion, JobProgress, NewJob, StoredJob } from './job.ts';

export class JobsRepository {
  /** Of several requests for one job the others wait here until the first has ended, before they write any row. */
  async holdId(id: string): Promise<void> {
    await currentEntityManager().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `job|${currentOrganizationId()}|${id}`,
    ]);
  }

  /** One whose id is held, and free. */
  async add(job: NewJob): Promise<void> {
    await currentEntityManager().insert(JobEntity, { ...job, organizationId: currentOrganizationId() });
  }

  async find(id: string): Promise<StoredJob | null> {
    return currentEntityManager().findOneBy(JobEntity, { organizationId: currentOrganizationId(), id });
  }

  /** Waiting and running ones, the oldest first. */
  async listActive(): Promise<StoredJob[]> {
    return currentEntityManager().find(JobEntity, {
      where: { organizationId: currentOrganizationId(), status: In(['pending', 'processing']) },
      order: { createdAt: 'ASC' },
    });
  }

  /** Of every status, the newest first. */
  async listRecent(limit: number): Promise<StoredJob[]> {
    return currentEntityManager().find(JobEntity, {
      where: { organizationId: currentOrganizationId() },
      order: { createdAt: 'DESC' },
      take: limit,
    });
  }

  async usesUpload(uploadId: string): Promise<boolean> {
    const organizationId = currentOrganizationId();
    return currentEntityManager().existsBy(JobEntity, [
      { organizationId, rewardUploadId: uploadId },
      { organizationId, posUploadId: uploadId },
    ]);
  }

  /** Jobs of the organization that wait or run and were made before this one. */
  async countAhead(id: string): Promise<number> {
    const [row] = await currentEntityManager().query<{ ahead: number }[]>(
      `SELECT count(*)::int AS ahead FROM jobs j JOIN jobs own ON own.organization_id = j.organization_id
       WHERE j.organization_id = $1 AND own.id = $2 AND j.status IN ('pending', 'processing')
         AND (j.created_at, j.id) < (own.created_at, own.id)`,
      [currentOrganizationId(), id],
    );
    return row!.ahead;
  }

  /**
   * The median over the organization's latest jobs, else over those of the installation: one job on a bad day does not
   * move it. Small jobs are mostly overhead and say nothing. Null without any history.
   */
  async secondsPerTransaction(): Promise<number | null> {
    const [row] = await currentEntityManager().query<{ pace: number | null }[]>(
      `SELECT coalesce(
         (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY pace) FROM (
            SELECT extract(epoch FROM completed_at - started_at)::float8 / total_transactions AS pace FROM jobs
            WHERE organization_id = $1 AND status = 'completed' AND total_transactions >= 1000
            ORDER BY completed_at DESC LIMIT 20) AS latest),
         median_seconds_per_transaction()) AS pace`,
      [currentOrganizationId()],
    );
    return row!.pace;
  }

  /** A failed job waits again, under its old id. @returns whether it had failed. */
  async retry(id: string): Promise<boolean> {
    return change(
      id,
      `status = 'pending', enqueued_at = NULL, started_at = NULL, completed_at = NULL, cancel_requested_at = NULL,
       errors = '{}', retries = retries + 1`,
      "status = 'failed'",
    );
  }

  /** @returns whether the job has completed and was not undone before. */
  async undo(id: string): Promise<boolean> {
    return change(id, 'undone_at = now(), matches_found = 0', "status = 'completed' AND undone_at IS NULL");
  }

  async noteEnqueued(id: string): Promise<void> {
    await change(id, 'enqueued_at = now()');
  }

  /** A waiting job is cancelled at once, a running one is asked to stop. @returns whether it was either. */
  async requestCancel(id: string): Promise<boolean> {
    return (
      (await change(
        id,
        "status = 'cancelled', cancel_requested_at = now(), completed_at = now()",
        "status = 'pending'",
      )) || change(id, 'cancel_requested_at = coalesce(cancel_requested_at, now())', "status = 'processing'")
    );
  }

  /** Takes the job up, also one whose worker died. @returns whether there is anything left to do. */
  async begin(id: string): Promise<boolean> {
    return change(
      id,
      `status = 'processing', started_at = coalesce(started_at, now()), stage = NULL,
       processed_transactions = 0, matches_found = 0, errors = '{}'`,
      "status IN ('pending', 'processing') AND cancel_requested_at IS NULL",
    );
  }

  /** @returns whether the job may go on: someone may have asked to cancel it. */
  async noteProgress(id: string, progress: JobProgress): Promise<boolean> {
    return change(
      id,
      'stage = $3, processed_transactions = $4, matches_found = $5',
      "status = 'processing' AND cancel_requested_at IS NULL",
      [progress.stage, progress.processedTransactions, progress.matchesFound],
    );
  }

  /** @returns false when the job was cancelled or completed in the meantime; its new results must then go. */
  async complete(id: string, completion: Completion): Promise<boolean> {
    return change(
      id,
      `status = 'completed', completed_at = clock_timestamp(), stage = NULL, processed_transactions = total_transactions,
       matches_found = $3, performance_metrics = $4, model_version = $5, plan_version = $6, left_out = $7`,
      "status = 'processing' AND cancel_requested_at IS NULL",
      [
        completion.matchesFound,
        completion.performanceMetrics,
        completion.modelVersion,
        completion.planVersion,
        JSON.stringify(completion.leftOut),
      ],
    );
  }

  /** Ends a job that was asked to stop. @returns whether it was. */
  async endCancelled(id: string): Promise<boolean> {
    return change(
      id,
      `status = 'cancelled', completed_at = now(), stage = NULL, processed_transactions = 0, matches_found = 0`,
      "status = 'processing' AND cancel_requested_at IS NOT NULL",
    );
  }

  async fail(id: string, error: string): Promise<void> {
    await change(
      id,
      "status = 'failed', completed_at = now(), errors = ARRAY[$3]",
      "status IN ('pending', 'processing')",
      [error],
    );
  }
}

/** One guarded UPDATE: statuses move only as the guard allows, however many processes try. @returns whether it did. */
async function change(
  id: string,
  assignments: string,
  guard = 'true',
  parameters: readonly unknown[] = [],
): Promise<boolean> {
  const [, affected] = await currentEntityManager().query<[unknown, number]>(
    `UPDATE jobs SET ${assignments} WHERE organization_id = $1 AND id = $2 AND ${guard}`,
    [currentOrganizationId(), id, ...parameters],
  );
  return affected === 1;
}
