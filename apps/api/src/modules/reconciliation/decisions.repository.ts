// Rows of decisions, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import type { Verdict, WriteOffReason } from '@medspasync/schemas';
import type { PatientSeal } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { HOLD_CLAIMS } from './claims-sql.ts';
import { notePlace } from './sealed-words.ts';

export interface NewDecision {
  jobId: string;
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

  /** The database lets one decision stand, however many come at once. @returns whether it is this one. */
  async add(decision: NewDecision): Promise<boolean> {
    const {
      decidedBy,
      jobId,
      needsApproval,
      note,
      posTransactionIds,
      reason,
      resultId,
      shortCents,
      verdict,
    } = decision;
    const organizationId = currentOrganizationId();
    const id = randomUUID();
    const sealed = note === null ? null : this.seal.seal(notePlace(organizationId, id), Buffer.from(note));
    const keyId = sealed && this.seal.keyId;
    const added = await currentEntityManager().query<unknown[]>(
      `INSERT INTO decisions (organization_id, id, job_id, result_id, verdict, note, key_id, decided_by, reason,
                              pos_transaction_ids, needs_approval, short_cents)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (organization_id, result_id) WHERE undone_at IS NULL DO NOTHING RETURNING id`,
      [
        organizationId,
        id,
        jobId,
        resultId,
        verdict,
        sealed,
        keyId,
        decidedBy,
        reason,
        posTransactionIds,
        needsApproval,
        shortCents,
      ],
    );
    return added.length === 1;
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

  /** Takes the standing decision back; it stays as history. @returns whether there was one. */
  async undo(resultId: string, undoneBy: string): Promise<boolean> {
    const [, undone] = await currentEntityManager().query<[unknown, number]>(
      `UPDATE decisions SET undone_at = now(), undone_by = $3
       WHERE organization_id = $1 AND result_id = $2 AND undone_at IS NULL`,
      [currentOrganizationId(), resultId, undoneBy],
    );
    return undone === 1;
  }
}
