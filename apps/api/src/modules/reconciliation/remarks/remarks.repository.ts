// Notes on results and whose they are, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import type { PatientSeal } from '../../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { remarkPlace } from '../results/sealed-words.ts';

export class RemarksRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** @returns the id of the note. */
  async addNote(resultId: string, text: string, writtenBy: string): Promise<string> {
    const organizationId = currentOrganizationId();
    const id = randomUUID();
    const words = this.seal.seal(remarkPlace(organizationId, id), Buffer.from(text));
    await currentEntityManager().query(
      `INSERT INTO result_notes (organization_id, id, result_id, words, key_id, written_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [organizationId, id, resultId, words, this.seal.keyId, writtenBy],
    );
    return id;
  }

  /** Takes a note off the row; it stays as history. @returns whether there was such a note. */
  async withdrawNote(resultId: string, noteId: string, withdrawnBy: string): Promise<boolean> {
    const [, withdrawn] = await currentEntityManager().query<[unknown, number]>(
      `UPDATE result_notes SET withdrawn_at = now(), withdrawn_by = $4
       WHERE organization_id = $1 AND result_id = $2 AND id = $3 AND withdrawn_at IS NULL`,
      [currentOrganizationId(), resultId, noteId, withdrawnBy],
    );
    return withdrawn === 1;
  }

  async isMember(userId: string): Promise<boolean> {
    const rows = await currentEntityManager().query<unknown[]>(
      'SELECT FROM memberships WHERE organization_id = $1 AND user_id = $2',
      [currentOrganizationId(), userId],
    );
    return rows.length > 0;
  }

  /** @returns whether the result was `userId`'s until now. */
  async endAssignment(resultId: string, userId: string, endedBy: string): Promise<boolean> {
    const [, ended] = await currentEntityManager().query<[unknown, number]>(
      `UPDATE result_assignments SET ended_at = now(), ended_by = $4
       WHERE organization_id = $1 AND result_id = $2 AND user_id = $3 AND ended_at IS NULL`,
      [currentOrganizationId(), resultId, userId, endedBy],
    );
    return ended === 1;
  }

  /** @returns false when the result is somebody's already. */
  async assign(resultId: string, userId: string, assignedBy: string): Promise<boolean> {
    const added = await currentEntityManager().query<unknown[]>(
      `INSERT INTO result_assignments (organization_id, id, result_id, user_id, assigned_by)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (organization_id, result_id) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
      [currentOrganizationId(), randomUUID(), resultId, userId, assignedBy],
    );
    return added.length === 1;
  }
}
