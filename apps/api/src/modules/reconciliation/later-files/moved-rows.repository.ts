// Rows whose month changes where a redemption is taken back or stands again, inside the organization of the open transaction: of
// several runs that have read one, the latest counts.
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { IS_PROPOSED, STANDING_DECISION } from '../results/result-state.ts';
import { CLAIMS } from '../results/results-sql.ts';
import { LATER_RUNS, versionsOf } from '../sales/claims-sql.ts';
import type { FoundRow, HoldingDecision } from '../sales/held-sales.ts';

/** A row of a redemption, as the run left it and with what was decided. */
export interface RowAbout extends FoundRow {
  lineageId: string;
  resultId: string;
  decision: HoldingDecision | null;
}

const COUNTS = `JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id AND j.status = 'completed'`;

const ABOUT = `
  SELECT t.lineage_id AS "lineageId", r.id AS "resultId", r.side, r.result = 'match' AS "isMatch",
         r.pos_transaction_ids AS "posIds",
         CASE WHEN d.id IS NOT NULL THEN jsonb_build_object(
           'verdict', d.verdict, 'isProposed', ${IS_PROPOSED}, 'chosenIds', d.pos_transaction_ids) END AS decision
  FROM transactions t
  JOIN job_results r ON r.organization_id = $1 AND r.side = 'reward' AND r.subject_id = t.id ${COUNTS} ${STANDING_DECISION}
  WHERE t.organization_id = $1 AND (t.id = ANY ($2) OR (t.lineage_id = ANY ($2) AND t.version > 1))
    AND NOT EXISTS (SELECT ${LATER_RUNS})`;

// Those too that are withdrawn: they come back when no reward has the sale any more.
const OF_SALES = `
  SELECT asked.id AS "saleId", r.id AS "resultId" FROM (SELECT DISTINCT unnest($2::uuid[]) AS id) AS asked
  JOIN transactions s ON s.organization_id = $1 AND s.id = asked.id ${versionsOf('s.lineage_id')}
  JOIN job_results r ON r.organization_id = $1 AND r.side = 'pos' AND r.subject_id = v.id ${COUNTS}
  WHERE NOT EXISTS (SELECT ${LATER_RUNS})`;

const HELD_IN = `
  SELECT DISTINCT claim.id FROM job_results r ${COUNTS} ${STANDING_DECISION}
  CROSS JOIN LATERAL unnest(${CLAIMS}) AS claim (id)
  WHERE r.organization_id = $1 AND r.job_id = $2 AND r.side = 'reward' AND NOT EXISTS (SELECT ${LATER_RUNS})`;

export class MovedRowsRepository {
  /** Sales that rewards of the job have, as far as no later run has these. */
  async salesHeldIn(jobId: string): Promise<string[]> {
    const rows = await currentEntityManager().query<{ id: string }[]>(HELD_IN, [
      currentOrganizationId(),
      jobId,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Rows about these redemptions, in whatever version. */
  async about(lineageIds: readonly string[]): Promise<RowAbout[]> {
    return currentEntityManager().query<RowAbout[]>(ABOUT, [currentOrganizationId(), lineageIds]);
  }

  /** Rows that these sales have of their own, in whatever version: most have none, as a reward has had them from the first. */
  async ofSales(saleIds: readonly string[]): Promise<{ saleId: string; resultId: string }[]> {
    return currentEntityManager().query(OF_SALES, [currentOrganizationId(), saleIds]);
  }
}
