// Rows of settling runs, inside the organization of the open transaction.
import type { JobStatus } from '@medspasync/schemas';
import type { Database } from '../../platform/database/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import type { SettleJobData } from './settle-job.ts';

export interface SettledCounts {
  payments: number;
  settled: number;
  review: number;
  unexplained: number;
  settledCents: number;
}

export interface StoredSettlement extends SettledCounts {
  id: string;
  status: JobStatus;
  createdAt: Date;
  completedAt: Date | null;
  error: string | null;
}

export class SettlementsRepository {
  async add(id: string, createdBy: string): Promise<void> {
    await currentEntityManager().query(
      'INSERT INTO settlements (organization_id, id, created_by) VALUES ($1, $2, $3)',
      [currentOrganizationId(), id, createdBy],
    );
  }

  async find(id: string): Promise<StoredSettlement | undefined> {
    const [row] = await currentEntityManager().query<StoredSettlement[]>(
      `SELECT id, status, created_at AS "createdAt", completed_at AS "completedAt", payments, settled, review,
              unexplained, settled_cents::float8 AS "settledCents", error
       FROM settlements WHERE organization_id = $1 AND id = $2`,
      [currentOrganizationId(), id],
    );
    return row;
  }

  async noteEnqueued(id: string): Promise<void> {
    await change(id, 'enqueued_at = now()', 'true');
  }

  /** Takes it up, also one whose worker died. @returns whether there is anything left to do. */
  begin(id: string): Promise<boolean> {
    return change(id, "status = 'processing'", OPEN);
  }

  /** @returns false when another worker was first; what this one wrote must then go. */
  complete(
    id: string,
    { payments, review, settled, settledCents, unexplained }: SettledCounts,
  ): Promise<boolean> {
    return change(
      id,
      `status = 'completed', completed_at = now(), payments = $3, settled = $4, review = $5, unexplained = $6,
       settled_cents = $7`,
      OPEN,
      [payments, settled, review, unexplained, settledCents],
    );
  }

  async fail(id: string, error: string): Promise<void> {
    await change(id, "status = 'failed', completed_at = now(), error = $3", OPEN, [error]);
  }
}

const OPEN = "status IN ('pending', 'processing')";

async function change(
  id: string,
  assignments: string,
  guard: string,
  parameters: readonly unknown[] = [],
): Promise<boolean> {
  const [, affected] = await currentEntityManager().query<[unknown, number]>(
    `UPDATE settlements SET ${assignments} WHERE organization_id = $1 AND id = $2 AND ${guard}`,
    [currentOrganizationId(), id, ...parameters],
  );
  return affected === 1;
}

/** Of all organizations: written down, and never enqueued. */
export const findUnqueuedSettlements = (database: Pick<Database, 'query'>): Promise<SettleJobData[]> =>
  database.query(
    'SELECT organization_id AS "organizationId", settlement_id AS "settlementId" FROM find_unqueued_settlements()',
  );
