// Rows of closed months as a job meets them, inside the organization of the open transaction: what it is not given, what it
// may not add, and what it has left out in the end.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { type BooksOfJob, CLAIMS, HAS_SEVERAL_SALES, STANDING_DECISION } from '../reconciliation/index.ts';
import { HOLDS_RESULT, HOLDS_TRANSACTION } from './period-sql.ts';

export interface LeftOutOfPeriod {
  periodId: string;
  rewards: number;
  pos: number;
}

/** A line of a file that brings something to a closed month, or takes it from there. */
export interface ChangedRow {
  periodId: string;
  /** As a spreadsheet numbers it; null for a request body. */
  row: number | null;
}

// Rows that the same transaction has just written are in no statistics, so the planner takes a file of thousands for one
// of a single row. What is read for each row is a subquery of its own: it cannot be turned into a join that scans.
const ROWS = `
  FROM upload_rows u
  CROSS JOIN LATERAL (
    SELECT * FROM transactions t WHERE t.organization_id = $1 AND t.id = u.transaction_id LIMIT 1) AS t`;

const IN_CLOSED_MONTH = `EXISTS (SELECT FROM periods p WHERE p.organization_id = $1 AND ${HOLDS_TRANSACTION})`;

// New rows, and both versions of changed ones: the older is the one that was superseded.
const CHANGED = `
  SELECT p.id AS "periodId", u.row_number AS row
  FROM upload_rows u
  CROSS JOIN LATERAL (
    SELECT p.id FROM (
      SELECT own.* FROM transactions own WHERE own.organization_id = $1 AND own.id = u.transaction_id
      UNION ALL
      SELECT older.* FROM transactions older
      WHERE older.organization_id = $1 AND older.superseded_by = u.transaction_id AND u.recognition = 'changed'
    ) AS t JOIN periods p ON p.organization_id = $1 AND ${HOLDS_TRANSACTION}
    ORDER BY p.id LIMIT 1) AS p
  WHERE u.organization_id = $1 AND u.upload_id = $2 AND u.recognition <> 'same' ORDER BY u.position`;

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
  SELECT t.id FROM taken
  CROSS JOIN LATERAL (
    SELECT t.id FROM transactions t WHERE t.organization_id = $1 AND t.id = taken.lineage_id
    UNION ALL
    SELECT t.id FROM transactions t
    WHERE t.organization_id = $1 AND t.lineage_id = taken.lineage_id AND t.version > 1) AS t
  CROSS JOIN LATERAL (
    SELECT FROM upload_rows u
    WHERE u.organization_id = $1 AND u.upload_id = $3 AND u.transaction_id = t.id LIMIT 1) AS u`;

const LEFT_OUT = `
  SELECT p.id AS "periodId", count(*) FILTER (WHERE u.upload_id = $2)::int AS rewards,
         count(*) FILTER (WHERE u.upload_id = $3)::int AS pos
  ${ROWS}
  CROSS JOIN LATERAL (
    SELECT p.id, p.month, p.closed_at FROM periods p WHERE p.organization_id = $1 AND ${HOLDS_TRANSACTION}
    ORDER BY p.closed_at, p.id LIMIT 1) AS p
  LEFT JOIN LATERAL (
    SELECT true AS is FROM (
      SELECT FROM job_results r WHERE r.organization_id = $1 AND r.job_id = $4 AND r.subject_id = t.id
      UNION ALL
      SELECT FROM job_results r WHERE r.organization_id = $1 AND r.job_id = $4 AND r.pos_transaction_ids[1] = t.id
      UNION ALL
      SELECT FROM job_results r
      WHERE r.organization_id = $1 AND r.job_id = $4 AND ${HAS_SEVERAL_SALES} AND r.pos_transaction_ids && ARRAY[t.id]
    ) AS r LIMIT 1) AS shown ON true
  WHERE u.organization_id = $1 AND u.upload_id IN ($2, $3) AND shown.is IS NULL
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

  /** Those of an upload, in its order, each with a period that it is in. */
  async changedRowsOf(uploadId: string): Promise<ChangedRow[]> {
    return currentEntityManager().query(CHANGED, [currentOrganizationId(), uploadId]);
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
