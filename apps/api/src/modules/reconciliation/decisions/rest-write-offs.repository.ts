// What is left of redemptions that were paid in part, given up by people; inside the organization of the open transaction. It goes
// by the redemption, whatever run has it, and stands beside what was decided about its pair.
import { randomUUID } from 'node:crypto';
import type { WriteOffReason } from '@medspasync/schemas';
import type { PatientSeal } from '../../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { restNotePlace } from '../results/sealed-words.ts';
import { LATER_RUNS } from '../sales/claims-sql.ts';

export interface NewRestWriteOff {
  resultId: string;
  redemptionId: string;
  cents: number;
  reason: WriteOffReason;
  note: string;
  decidedBy: string;
  needsApproval: boolean;
}

const INSERT = `
  INSERT INTO rest_write_offs (organization_id, job_id, key_id, id, result_id, redemption_id, cents, reason, note, decided_by,
                               needs_approval)
  SELECT $1, $2, $3, id, "resultId", "redemptionId", cents, reason, note, "decidedBy", "needsApproval"
  FROM json_to_recordset($4) AS batch (
    id uuid, "resultId" uuid, "redemptionId" uuid, cents integer, reason text, note text, "decidedBy" uuid,
    "needsApproval" boolean)
  ON CONFLICT (organization_id, redemption_id) WHERE undone_at IS NULL DO NOTHING RETURNING result_id AS "resultId"`;

// Of rows that a later run has by now, it is that run's.
const UNDO_ALL = `
  UPDATE rest_write_offs x SET undone_at = now(), undone_by = $3
  FROM job_results r JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id
  WHERE x.organization_id = $1 AND x.undone_at IS NULL AND r.organization_id = $1 AND r.job_id = $2
    AND r.subject_id = x.redemption_id AND NOT EXISTS (SELECT ${LATER_RUNS})`;

export class RestWriteOffsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** The database lets one stand for a redemption, however many come at once. @returns the results whose rest is one of these. */
  async addAll(jobId: string, rests: readonly NewRestWriteOff[]): Promise<Set<string>> {
    if (rests.length === 0) return new Set();
    const organizationId = currentOrganizationId();
    const batch = rests.map((rest) => {
      const id = randomUUID();
      return { ...rest, id, note: this.seal.seal(restNotePlace(organizationId, id), Buffer.from(rest.note)) };
    });
    const added = await currentEntityManager().query<{ resultId: string }[]>(INSERT, [
      organizationId,
      jobId,
      this.seal.keyId,
      JSON.stringify(batch),
    ]);
    return new Set(added.map(({ resultId }) => resultId));
  }

  /** Of several who approve at once, one is first. @returns whether it was this one. */
  async approve(id: string, approvedBy: string): Promise<boolean> {
    const [, approved] = await currentEntityManager().query<[unknown, number]>(
      `UPDATE rest_write_offs SET approved_by = $3, approved_at = now()
       WHERE organization_id = $1 AND id = $2 AND undone_at IS NULL AND needs_approval AND approved_at IS NULL
         AND decided_by <> $3`,
      [currentOrganizationId(), id, approvedBy],
    );
    return approved === 1;
  }

  /** What is left is owed again; it stays as history. @returns those that stood. */
  async undoThose(ids: readonly string[], undoneBy: string): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const [undone] = await currentEntityManager().query<[{ id: string }[], number]>(
      `UPDATE rest_write_offs SET undone_at = now(), undone_by = $3
       WHERE organization_id = $1 AND id = ANY ($2) AND undone_at IS NULL RETURNING id`,
      [currentOrganizationId(), ids, undoneBy],
    );
    return new Set(undone.map(({ id }) => id));
  }

  /** The same, of all redemptions that the job is the latest to have. @returns how many. */
  async undoAll(jobId: string, undoneBy: string): Promise<number> {
    const [, undone] = await currentEntityManager().query<[unknown, number]>(UNDO_ALL, [
      currentOrganizationId(),
      jobId,
      undoneBy,
    ]);
    return undone;
  }
}
