// Rows of sales that a person took from the reward a run gave them to, inside the organization of the open transaction.
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { REVERSED_IDS, STANDING_DECISION } from '../results/result-state.ts';
import { FIND_ABOUT, HOLDS } from '../results/results-sql.ts';

/** Sales that the rows $2 have or had, by the run or by a decision, an undone one too. */
const OF_ROWS = `
  SELECT DISTINCT sale.id FROM job_results r
  LEFT JOIN decisions e ON e.organization_id = $1 AND e.result_id = r.id
  CROSS JOIN LATERAL unnest(r.pos_transaction_ids || coalesce(e.pos_transaction_ids, '{}')) AS sale (id)
  WHERE r.organization_id = $1 AND r.id = ANY ($2)`;

// Of the sales $3. A row that somebody decided about stands until that is undone.
const FOLLOW = `
  WITH about AS (
    ${FIND_ABOUT}
    UNION
    SELECT r.position FROM decisions e JOIN job_results r ON r.organization_id = $1 AND r.id = e.result_id
    WHERE e.organization_id = $1 AND e.job_id = $2 AND e.verdict = 're_paired' AND e.undone_at IS NULL
      AND e.pos_transaction_ids && $3::uuid[]
  ), held AS (
    SELECT DISTINCT sale.id FROM about
    JOIN job_results r ON r.organization_id = $1 AND r.job_id = $2 AND r.position = about.position ${STANDING_DECISION}
    CROSS JOIN LATERAL unnest(${HOLDS}) AS sale (id) WHERE r.side = 'reward'
  ), followed AS (
    UPDATE job_results r SET is_withdrawn = r.subject_id IN (SELECT id FROM held)
    WHERE r.organization_id = $1 AND r.job_id = $2 AND r.subject_id = ANY ($3) AND r.is_withdrawn IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM decisions d WHERE d.organization_id = $1 AND d.result_id = r.id AND d.undone_at IS NULL)
  )
  SELECT said.id FROM unnest($3::uuid[]) AS said (id)
  WHERE said.id NOT IN (SELECT id FROM held)
    AND NOT EXISTS (
      SELECT FROM job_results r WHERE r.organization_id = $1 AND r.job_id = $2 AND r.subject_id = said.id)`;

// OFFSET 0 keeps the look-up by redemption apart from that by job, of which a planner has no statistics yet.
const REVERSED_IN = `
  SELECT r.id FROM (${REVERSED_IDS}) AS reversed
  CROSS JOIN LATERAL (
    SELECT r.id, r.job_id FROM job_results r
    WHERE r.organization_id = $1 AND r.side = 'reward' AND r.subject_id = reversed.redemption_id OFFSET 0) AS r
  WHERE r.job_id = $2`;

export class ReleasedSalesRepository {
  async salesOf(resultIds: readonly string[]): Promise<string[]> {
    return idsOf(OF_ROWS, [resultIds]);
  }

  /** Withdraws rows whose sale a reward has again, and brings back the others. @returns the sales that have no row yet. */
  async follow(jobId: string, saleIds: readonly string[]): Promise<string[]> {
    return idsOf(FOLLOW, [jobId, saleIds]);
  }

  /** Results of the job that somebody has ever decided about. */
  async decidedIn(jobId: string): Promise<string[]> {
    return idsOf(
      'SELECT DISTINCT result_id AS id FROM decisions WHERE organization_id = $1 AND job_id = $2',
      [jobId],
    );
  }

  /** Results of the job whose redemption a later file took back. */
  async reversedIn(jobId: string): Promise<string[]> {
    return idsOf(REVERSED_IN, [jobId]);
  }

  /** Where the next row of the job goes. */
  async nextPosition(jobId: string): Promise<number> {
    const [row] = await currentEntityManager().query<{ next: number }[]>(
      `SELECT coalesce(max(position) + 1, 0)::int AS next FROM job_results WHERE organization_id = $1 AND job_id = $2`,
      [currentOrganizationId(), jobId],
    );
    return row!.next;
  }
}

async function idsOf(sql: string, parameters: readonly unknown[]): Promise<string[]> {
  const rows = await currentEntityManager().query<{ id: string }[]>(sql, [
    currentOrganizationId(),
    ...parameters,
  ]);
  return rows.map(({ id }) => id);
}
