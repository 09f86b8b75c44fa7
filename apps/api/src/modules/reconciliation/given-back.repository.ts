// Rows of redemptions whose void was corrected, inside the organization of the open transaction.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import type { RowAndSales } from './claims.repository.ts';
import { ASKS_WHO_HAS_IT } from './claims-sql.ts';
import { STANDING_DECISION } from './result-state.ts';
import { CLAIMS } from './results-sql.ts';

const HELD = `
  SELECT r.id AS "resultId", ${CLAIMS} AS "saleIds" FROM job_results r ${STANDING_DECISION}
  WHERE r.organization_id = $1 AND r.id = ANY ($2) ORDER BY r.position`;

const REOPEN = `
  WITH undone AS (
    UPDATE decisions SET undone_at = now()
    WHERE organization_id = $1 AND result_id = ANY ($3) AND undone_at IS NULL RETURNING id, result_id
  ), told AS (
    INSERT INTO reopened_decisions (organization_id, result_id, decision_id, why)
    SELECT $1, result_id, id, 'sale_taken' FROM undone ON CONFLICT (organization_id, result_id) DO NOTHING
  ), reopened AS (
    UPDATE job_results r SET ${ASKS_WHO_HAS_IT}
    WHERE r.organization_id = $1 AND r.id = ANY ($3) AND r.result = 'match' RETURNING r.id
  ), counted AS (
    UPDATE jobs SET matches_found = matches_found - (SELECT count(*) FROM reopened) WHERE organization_id = $1 AND id = $2
  )
  SELECT count(*)::int AS decisions FROM undone`;

export class GivenBackRepository {
  /** What each of the rows has of sales, by the run or by what was decided. */
  async held(resultIds: readonly string[]): Promise<RowAndSales[]> {
    return currentEntityManager().query<RowAndSales[]>(HELD, [currentOrganizationId(), resultIds]);
  }

  /** Lets rows of the job wait for a person. @returns how many decisions about them are open again. */
  async reopen(jobId: string, resultIds: readonly string[]): Promise<number> {
    const [row] = await currentEntityManager().query<{ decisions: number }[]>(REOPEN, [
      currentOrganizationId(),
      jobId,
      resultIds,
    ]);
    return row!.decisions;
  }
}
