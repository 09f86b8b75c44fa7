// Rows of decisions, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import type { Verdict } from '@medspasync/schemas';
import type { PatientSeal } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { notePlace } from './sealed-words.ts';

export interface NewDecision {
  jobId: string;
  resultId: string;
  verdict: Verdict;
  note: string | null;
  decidedBy: string;
}

export class DecisionsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** The database lets one decision stand, however many come at once. @returns whether it is this one. */
  async add({ decidedBy, jobId, note, resultId, verdict }: NewDecision): Promise<boolean> {
    const organizationId = currentOrganizationId();
    const id = randomUUID();
    const sealed = note === null ? null : this.seal.seal(notePlace(organizationId, id), Buffer.from(note));
    const keyId = sealed && this.seal.keyId;
    const added = await currentEntityManager().query<unknown[]>(
      `INSERT INTO decisions (organization_id, id, job_id, result_id, verdict, note, key_id, decided_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (organization_id, result_id) WHERE undone_at IS NULL DO NOTHING RETURNING id`,
      [organizationId, id, jobId, resultId, verdict, sealed, keyId, decidedBy],
    );
    return added.length === 1;
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
