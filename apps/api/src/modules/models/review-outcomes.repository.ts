// What people decided about the model's answers: counts of the decisions that stand, in the open organization.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

export interface ReviewOutcomes {
  reviewed: number;
  approved: number;
}

export class ReviewOutcomesRepository {
  async count(): Promise<ReviewOutcomes> {
    const [row] = await currentEntityManager().query<ReviewOutcomes[]>(
      `SELECT count(*)::int AS reviewed, (count(*) FILTER (WHERE verdict = 'approved'))::int AS approved
       FROM decisions WHERE organization_id = $1 AND undone_at IS NULL AND verdict <> 'written_off'
         AND carried_from_job_id IS NULL`,
      [currentOrganizationId()],
    );
    return row!;
  }
}
