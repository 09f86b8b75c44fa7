// Rows of closed months as a job meets them, inside the organization of the open transaction: what it is not given, what it
// may not add, and what it has left out in the end.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { type BooksOfJob, CLAIMS, STANDING_DECISION } from '../reconciliation/index.ts';
import { HOLDS_RESULT, HOLDS_TRANSACTION } from './period-sql.ts';

export interface LeftOutOfPeriod {
  periodId: string;
  rewards: number;
  pos: number;
}

const ROWS = `
  FROM upload_rows u
  JOIN transactions t ON t.organization_id = u.organization_id AND t.id = u.transaction_id`;

const IN_CLOSED_MONTH = `EXISTS (SELECT FROM periods p WHERE p.organization_id = $1 AND ${HOLDS_TRANSACTION})`;

// A sale goes by its lineage: a later version of it is the same sale.
const SETTLED = `
  WITH latest AS (
    SELECT DISTINCT ON (t.lineage_id) r.*
    FROM periods p
    JOIN job_results r ON r.organization_id = $1 AND ${HOLDS_RESULT}
    JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id AND j.status = 'completed'
    JOIN transactions t ON t.organization_id = $1 AND t.id = r.reward_transaction_id
    WHERE p.organization_id = $1 AND r.side = 'reward'
    ORDER BY t.lineage_id, j.completed_at DESC, r.id
  ), taken AS (
    SELECT DISTINCT t.lineage_id
    FROM latest r ${STANDING_DECISION}
    CROSS JOIN LATERAL unnest(${CLAIMS}) AS claim (id)
    JOIN transactions t ON t.organization_id = $1 AND t.id = claim.id
  )
  SELECT t.id ${ROWS} WHERE u.organization_id = $1 AND u.upload_id = $2 AND ${IN_CLOSED_MONTH}
  UNION ALL
  SELECT t.id ${ROWS} JOIN taken ON taken.lineage_id = t.lineage_id
  WHERE u.organization_id = $1 AND u.upload_id = $3`;

const LEFT_OUT = `
  WITH shown AS (
    SELECT r.reward_transaction_id AS id FROM job_results r WHERE r.organization_id = $1 AND r.job_id = $4
    UNION SELECT unnest(r.pos_transaction_ids) FROM job_results r WHERE r.organization_id = $1 AND r.job_id = $4
  )
  SELECT p.id AS "periodId", count(*) FILTER (WHERE u.upload_id = $2)::int AS rewards,
         count(*) FILTER (WHERE u.upload_id = $3)::int AS pos
  ${ROWS}
  CROSS JOIN LATERAL (
    SELECT p.id, p.month, p.closed_at FROM periods p WHERE p.organization_id = $1 AND ${HOLDS_TRANSACTION}
    ORDER BY p.closed_at, p.id LIMIT 1) AS p
  LEFT JOIN shown ON shown.id = t.id
  WHERE u.organization_id = $1 AND u.upload_id IN ($2, $3) AND shown.id IS NULL
  GROUP BY p.id, p.month, p.closed_at ORDER BY p.month, p.closed_at, p.id`;

export class RowsOfClosedMonthsRepository {
  /** Ids of the rewards of closed months, and of the sales that such rewards have. */
  async settled({ posUploadId, rewardUploadId }: BooksOfJob): Promise<Set<string>> {
    const rows = await currentEntityManager().query<{ id: string }[]>(SETTLED, [
      currentOrganizationId(),
      rewardUploadId,
      posUploadId,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  async hasOpenRow(uploadId: string): Promise<boolean> {
    const rows = await currentEntityManager().query<unknown[]>(
      `SELECT ${ROWS} WHERE u.organization_id = $1 AND u.upload_id = $2 AND NOT ${IN_CLOSED_MONTH} LIMIT 1`,
      [currentOrganizationId(), uploadId],
    );
    return rows.length > 0;
  }

  /** @returns how many of the rows that are gone were matches. */
  async removeResults(jobId: string): Promise<number> {
    const [gone] = await currentEntityManager().query<[{ result: string }[], number]>(
      `DELETE FROM job_results r WHERE r.organization_id = $1 AND r.job_id = $2
         AND EXISTS (SELECT FROM periods p WHERE p.organization_id = $1 AND ${HOLDS_RESULT}) RETURNING r.result`,
      [currentOrganizationId(), jobId],
    );
    return gone.filter(({ result }) => result === 'match').length;
  }

  /** Transactions of closed months of which the job has no row, by closed month; all of them without a job. */
  async leftOut(
    jobId: string | null,
    { posUploadId, rewardUploadId }: BooksOfJob,
  ): Promise<LeftOutOfPeriod[]> {
    return currentEntityManager().query(LEFT_OUT, [
      currentOrganizationId(),
      rewardUploadId,
      posUploadId,
      jobId,
    ]);
  }
}
