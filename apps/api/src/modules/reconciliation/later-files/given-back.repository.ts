// Rows of redemptions whose void was corrected, inside the organization of the open transaction.
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { STANDING_DECISION } from '../results/result-state.ts';
import { CLAIMS } from '../results/results-sql.ts';
import type { RowAndSales } from '../sales/claims.repository.ts';

const HELD = `
  SELECT r.id AS "resultId", ${CLAIMS} AS "saleIds" FROM job_results r ${STANDING_DECISION}
  WHERE r.organization_id = $1 AND r.id = ANY ($2) ORDER BY r.position`;

export class GivenBackRepository {
  /** What each of the rows has of sales, by the run or by what was decided. */
  async held(resultIds: readonly string[]): Promise<RowAndSales[]> {
    return currentEntityManager().query<RowAndSales[]>(HELD, [currentOrganizationId(), resultIds]);
  }
}
