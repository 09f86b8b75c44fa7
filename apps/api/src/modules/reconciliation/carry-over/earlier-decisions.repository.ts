// Decisions of earlier jobs about rows that a new job has too, and what becomes of them there.
import { randomUUID } from 'node:crypto';
import type { PatientSeal } from '../../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { IS_PROPOSED, IS_REVERSED } from '../results/result-state.ts';
import { notePlace } from '../results/sealed-words.ts';
import type { Carried, EarlierDecision, NewRow, Reopened } from './carry-over.ts';

/** With its note as it is sealed. */
export interface SealedDecision extends EarlierDecision {
  note: string | null;
  keyId: string | null;
}

// The last word counts, wherever it was said, an approval too: when it was to take a decision back, nothing stands. A run
// that was undone has said nothing: what it had taken over is left to the run where it was decided. Decisions are few, rows
// are many: what was said comes first, and a planner that knows little of a new run cannot begin with the rows.
export const LATEST_DECISIONS = `
  WITH said AS MATERIALIZED (
    SELECT d.id, d.verdict, d.note, d.key_id, d.undone_at, r.subject_id, r.pos_transaction_ids AS found_pos_ids,
           d.pos_transaction_ids AS chosen_pos_ids, ${IS_PROPOSED} AS is_proposed, greatest(d.decided_at, d.approved_at, d.undone_at) AS said_at
    FROM decisions d
    JOIN job_results r ON r.organization_id = $1 AND r.id = d.result_id
    JOIN jobs j ON j.organization_id = $1 AND j.id = d.job_id
    WHERE d.organization_id = $1 AND d.job_id <> $2
      AND (j.undone_at IS NULL OR d.undone_at IS NULL OR d.undone_at > j.undone_at)
  ), latest AS (
    SELECT DISTINCT ON (v.lineage_id) said.*, v.id AS own_id
    FROM said JOIN transactions v ON v.organization_id = $1 AND v.id = said.subject_id
    WHERE v.lineage_id IN (
      SELECT t.lineage_id FROM upload_rows u
      JOIN transactions t ON t.organization_id = $1 AND t.id = u.transaction_id
      WHERE u.organization_id = $1 AND u.upload_id = ANY ($3))
    ORDER BY v.lineage_id, said_at DESC, said.id
  )
  SELECT id, verdict, note, key_id AS "keyId", own_id AS "ownId", found_pos_ids AS "foundPosIds",
         chosen_pos_ids AS "chosenPosIds", is_proposed AS "isProposed"
  FROM latest WHERE undone_at IS NULL ORDER BY said_at DESC, id`;

export class EarlierDecisionsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** Those that stand, the latest first: one per row that one of these uploads has, in whatever version. */
  async latest(jobId: string, uploadIds: readonly string[]): Promise<SealedDecision[]> {
    const organizationId = currentOrganizationId();
    const any = await currentEntityManager().query<unknown[]>(
      'SELECT FROM decisions WHERE organization_id = $1 AND job_id <> $2 LIMIT 1',
      [organizationId, jobId],
    );
    if (any.length === 0) return [];
    return currentEntityManager().query<SealedDecision[]>(LATEST_DECISIONS, [
      organizationId,
      jobId,
      uploadIds,
    ]);
  }

  /** Rows of the job about these transactions; of redemptions that were taken back there is nothing to decide. */
  async rowsAbout(jobId: string, transactionIds: readonly string[]): Promise<NewRow[]> {
    return currentEntityManager().query<NewRow[]>(
      `SELECT r.id, r.subject_id AS "ownId", r.side, r.result = 'match' AS "isMatch", r.pos_transaction_ids AS "posIds"
       FROM job_results r
       WHERE r.organization_id = $1 AND r.job_id = $2 AND r.subject_id = ANY ($3) AND NOT ${IS_REVERSED}`,
      [currentOrganizationId(), jobId, transactionIds],
    );
  }

  /** Each is a decision of its own from here on, by who made it when it was made. */
  async carry(jobId: string, carried: readonly (Carried & { earlier: SealedDecision })[]): Promise<void> {
    if (carried.length === 0) return;
    const organizationId = currentOrganizationId();
    const batch = carried.map(({ earlier, posIds, resultId, verdict }) => {
      const id = randomUUID();
      const note = this.#noteFor(organizationId, id, earlier);
      return { id, earlierId: earlier.id, resultId, verdict, posIds, note, keyId: note && this.seal.keyId };
    });
    await currentEntityManager().query(
      `INSERT INTO decisions (organization_id, id, job_id, result_id, verdict, note, key_id, pos_transaction_ids,
                              decided_by, decided_at, reason, needs_approval, short_cents, approved_by, approved_at,
                              carried_from_job_id)
       SELECT $1, b.id, $2, b."resultId", b.verdict, b.note, b."keyId", b."posIds",
              d.decided_by, d.decided_at, d.reason, d.needs_approval, d.short_cents, d.approved_by, d.approved_at,
              coalesce(d.carried_from_job_id, d.job_id)
       FROM json_to_recordset($3) AS b (id uuid, "earlierId" uuid, "resultId" uuid, verdict text, note text,
                                        "keyId" text, "posIds" uuid[])
       JOIN decisions d ON d.organization_id = $1 AND d.id = b."earlierId"
       ON CONFLICT (organization_id, result_id) WHERE undone_at IS NULL DO NOTHING`,
      [organizationId, jobId, JSON.stringify(batch)],
    );
  }

  /** Says so at each row, and lets it wait for a person. @returns how many the run had matched by itself. */
  async reopen(reopened: readonly Reopened[]): Promise<number> {
    if (reopened.length === 0) return 0;
    const organizationId = currentOrganizationId();
    const batch = reopened.map(({ changedFields, earlier, resultId, why }) => ({
      resultId,
      decisionId: earlier.id,
      why,
      changedFields,
    }));
    await currentEntityManager().query(
      `INSERT INTO reopened_decisions (organization_id, result_id, decision_id, why, changed_fields)
       SELECT $1, b."resultId", b."decisionId", b.why, b."changedFields"
       FROM json_to_recordset($2) AS b ("resultId" uuid, "decisionId" uuid, why text, "changedFields" text[])
       ON CONFLICT (organization_id, result_id) DO NOTHING`,
      [organizationId, JSON.stringify(batch)],
    );
    const [, taken] = await currentEntityManager().query<[unknown, number]>(
      `UPDATE job_results SET result = 'review_required'
       WHERE organization_id = $1 AND id = ANY ($2) AND result = 'match'`,
      [organizationId, batch.map(({ resultId }) => resultId)],
    );
    return taken;
  }

  /** A note is sealed for its own row, so its copy is sealed anew. */
  #noteFor(
    organizationId: string,
    id: string,
    { id: earlierId, keyId, note }: SealedDecision,
  ): string | null {
    if (note === null || keyId === null) return null;
    const words = this.seal.open(notePlace(organizationId, earlierId), { keyId, token: note });
    return this.seal.seal(notePlace(organizationId, id), words);
  }
}
