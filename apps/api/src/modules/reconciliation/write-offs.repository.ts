// Write-offs that wait for their second person, inside the organization of the open transaction.
import type { Program, WriteOffReason } from '@medspasync/schemas';
import type { PatientSeal } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { IS_PROPOSED } from './result-state.ts';
import { notePlace } from './sealed-words.ts';

export interface ProposedWriteOff {
  jobId: string;
  resultId: string;
  program: Program | null;
  location: string | null;
  /** `YYYY-MM-DD` */
  happenedOn: string | null;
  cents: number;
  reason: WriteOffReason;
  note: string | null;
  proposedById: string;
  /** Null for someone who is no longer a member. */
  proposedBy: string | null;
  proposedAt: Date;
}

type Row = Omit<ProposedWriteOff, 'note'> & { id: string; note: string | null; keyId: string | null };

const FROM = `
  FROM decisions d JOIN job_results r ON r.organization_id = d.organization_id AND r.id = d.result_id
  WHERE d.organization_id = $1 AND d.undone_at IS NULL AND ${IS_PROPOSED}`;

export class WriteOffsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** Of several who approve at once, one is first. @returns whether it was this one. */
  async approve(resultId: string, approvedBy: string): Promise<boolean> {
    const [, approved] = await currentEntityManager().query<[unknown, number]>(
      `UPDATE decisions d SET approved_by = $3, approved_at = now()
       WHERE organization_id = $1 AND result_id = $2 AND undone_at IS NULL AND ${IS_PROPOSED} AND decided_by <> $3`,
      [currentOrganizationId(), resultId, approvedBy],
    );
    return approved === 1;
  }

  /** The oldest first. */
  async listProposed(limit: number): Promise<ProposedWriteOff[]> {
    const organizationId = currentOrganizationId();
    const rows = await currentEntityManager().query<Row[]>(
      `SELECT d.id, d.job_id AS "jobId", d.result_id AS "resultId", r.program, r.location,
              to_char(r.happened_on, 'YYYY-MM-DD') AS "happenedOn", r.amount_cents AS cents, d.reason, d.note,
              d.key_id AS "keyId", d.decided_by AS "proposedById", d.decided_at AS "proposedAt",
              (SELECT u.display_name FROM users u WHERE u.id = d.decided_by) AS "proposedBy"
       ${FROM} ORDER BY d.decided_at, d.id LIMIT $2`,
      [organizationId, limit],
    );
    return rows.map(({ id, keyId, note, ...row }) => ({
      ...row,
      note:
        note === null || keyId === null
          ? null
          : this.seal.open(notePlace(organizationId, id), { keyId, token: note }).toString(),
    }));
  }

  async totals(): Promise<{ total: number; cents: number }> {
    const [row] = await currentEntityManager().query<{ total: number; cents: number }[]>(
      `SELECT count(*)::int AS total, coalesce(sum(r.amount_cents), 0)::float8 AS cents ${FROM}`,
      [currentOrganizationId()],
    );
    return row!;
  }
}
