// Rows of decisions, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import type { Verdict, WriteOffReason } from '@medspasync/schemas';
import type { PatientSeal } from '../../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { notePlace } from '../results/sealed-words.ts';
import { HOLD_CLAIMS } from '../sales/claims-sql.ts';

export interface NewDecision {
  resultId: string;
  verdict: Verdict;
  note: string | null;
  reason: WriteOffReason | null;
  /** Of another pair than the one found; else empty. */
  posTransactionIds: readonly string[];
  decidedBy: string;
  /** It takes effect when a second person approves it. */
  needsApproval: boolean;
  /** Of another pair: what its sales are less than the reward. */
  shortCents: number;
}

const INSERT = `
  INSERT INTO decisions (organization_id, id, job_id, result_id, verdict, note, key_id, decided_by, reason,
                         pos_transaction_ids, needs_approval, short_cents)
  SELECT $1, id, $2, "resultId", verdict, note, "keyId", "decidedBy", reason, "posTransactionIds", "needsApproval",
         "shortCents"
  FROM json_to_recordset($3) AS batch (
    id uuid, "resultId" uuid, verdict text, note text, "keyId" text, "decidedBy" uuid, reason text,
    "posTransactionIds" uuid[], "needsApproval" boolean, "shortCents" integer)
  ON CONFLICT (organization_id, result_id) WHERE undone_at IS NULL DO NOTHING RETURNING result_id AS "resultId"`;

export class DecisionsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /**
   * Who decides waits in line until the transaction ends, and so does a run that ends: a sale must not be given away twice.
   */
  async holdJob(jobId: string): Promise<void> {
    await currentEntityManager().query(HOLD_CLAIMS, [currentOrganizationId()]);
    await currentEntityManager().query(
      'SELECT FROM jobs WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
      [currentOrganizationId(), jobId],
    );
  }

  /** The database lets one decision stand, however many come at once. @returns the results whose decision is one of these. */
  async addAll(jobId: string, decisions: readonly NewDecision[]): Promise<Set<string>> {
    const organizationId = currentOrganizationId();
    const rows = decisions.map(({ note, ...decision }) => {
      const id = randomUUID();
      const sealed = note === null ? null : this.seal.seal(notePlace(organizationId, id), Buffer.from(note));
      return { ...decision, id, note: sealed, keyId: sealed && this.seal.keyId };
    });
    const added = await currentEntityManager().query<{ resultId: string }[]>(INSERT, [
      organizationId,
      jobId,
      JSON.stringify(rows),
    ]);
    return new Set(added.map(({ resultId }) => resultId));
  }

  /** Takes back every standing decision of a job. @returns how many. */
  async undoAll(jobId: string, undoneBy: string): Promise<number> {
    const [, undone] = await currentEntityManager().query<[unknown, number]>(
      `UPDATE decisions SET undone_at = now(), undone_by = $3
       WHERE organization_id = $1 AND job_id = $2 AND undone_at IS NULL`,
      [currentOrganizationId(), jobId, undoneBy],
    );
    return undone;
  }

  /** Takes the standing decisions of these results back; they stay as history. @returns the results that had one. */
  async undoThose(resultIds: readonly string[], undoneBy: string): Promise<Set<string>> {
    const [undone] = await currentEntityManager().query<[{ resultId: string }[], number]>(
      `UPDATE decisions SET undone_at = now(), undone_by = $3
       WHERE organization_id = $1 AND result_id = ANY ($2) AND undone_at IS NULL RETURNING result_id AS "resultId"`,
      [currentOrganizationId(), resultIds, undoneBy],
    );
    return new Set(undone.map(({ resultId }) => resultId));
  }

  /** Those of `resultIds` that a person has paired anew. */
  async pairedAnew(resultIds: readonly string[]): Promise<Set<string>> {
    const rows = await currentEntityManager().query<{ resultId: string }[]>(
      `SELECT result_id AS "resultId" FROM decisions
       WHERE organization_id = $1 AND result_id = ANY ($2) AND verdict = 're_paired' AND undone_at IS NULL`,
      [currentOrganizationId(), resultIds],
    );
    return new Set(rows.map(({ resultId }) => resultId));
  }
}
