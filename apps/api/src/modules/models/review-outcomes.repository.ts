// What people decided about the model's answers: counts of the decisions that stand, in the open organization.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { IS_PROPOSED } from '../reconciliation/index.ts';
import type { VersionOutcomes } from './live-precision.ts';

export interface ReviewOutcomes {
  reviewed: number;
  approved: number;
}

// What a run matched by itself is a match until the run is undone; a write-off says nothing about the pair, a decision
// that was carried over nothing that was not counted in its own job, and one that waits for its second person nothing yet.
const BY_VERSION = `
  SELECT j.model_version AS "modelVersion",
         (count(*) FILTER (WHERE r.result = 'review_required' AND d.verdict IN ('approved', 'rejected', 're_paired')))::int
           AS decided,
         (count(*) FILTER (WHERE r.result = 'review_required' AND d.verdict = 'approved'))::int AS approved,
         (count(*) FILTER (WHERE r.result = 'match'))::int AS "autoApproved",
         (count(*) FILTER (WHERE r.result = 'match' AND d.verdict IN ('rejected', 're_paired')))::int AS overturned
  FROM jobs j
  JOIN job_results r ON r.organization_id = j.organization_id AND r.job_id = j.id AND r.side = 'reward'
  LEFT JOIN decisions d
    ON d.organization_id = r.organization_id AND d.result_id = r.id AND d.undone_at IS NULL AND NOT ${IS_PROPOSED}
  WHERE j.organization_id = $1 AND j.status = 'completed' AND j.model_version IS NOT NULL
    AND d.carried_from_job_id IS NULL
  GROUP BY j.model_version ORDER BY max(j.completed_at) DESC, j.model_version`;

export class ReviewOutcomesRepository {
  /** The latest in use first. */
  async byVersion(): Promise<VersionOutcomes[]> {
    return currentEntityManager().query<VersionOutcomes[]>(BY_VERSION, [currentOrganizationId()]);
  }

  async count(): Promise<ReviewOutcomes> {
    const [row] = await currentEntityManager().query<ReviewOutcomes[]>(
      `SELECT count(*)::int AS reviewed, (count(*) FILTER (WHERE verdict = 'approved'))::int AS approved
       FROM decisions d WHERE organization_id = $1 AND undone_at IS NULL AND verdict <> 'written_off'
         AND carried_from_job_id IS NULL AND NOT ${IS_PROPOSED}`,
      [currentOrganizationId()],
    );
    return row!;
  }
}
