// Rows of invitations, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import type { Role } from '@medspasync/schemas';
import { IsNull } from 'typeorm';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { InvitationEntity } from './organization.entity.ts';

export interface NewInvitation {
  email: string;
  role: Role;
  patientAccess: boolean;
  expiresAt: Date;
  tokenHash: Buffer;
  invitedBy: string;
}

export interface StoredInvitation extends Omit<NewInvitation, 'tokenHash'> {
  id: string;
  /** Of whoever invited. */
  inviterName: string;
  organizationName: string;
  createdAt: Date;
}

const FIND_OPEN = `
  SELECT i.id, i.email, i.role, i.patient_access AS "patientAccess", i.invited_by AS "invitedBy",
         i.created_at AS "createdAt", i.expires_at AS "expiresAt", u.display_name AS "inviterName",
         o.name AS "organizationName"
  FROM invitations i
  JOIN users u ON u.id = i.invited_by
  JOIN memberships m ON m.organization_id = i.organization_id AND m.user_id = i.invited_by
  JOIN organizations o ON o.id = i.organization_id
  WHERE i.organization_id = $1 AND i.accepted_at IS NULL AND i.revoked_at IS NULL`;

export class InvitationsRepository {
  /** The newest counts: an open one for the same address is withdrawn. @returns its id. */
  async add(invitation: NewInvitation): Promise<string> {
    const organizationId = currentOrganizationId();
    const rows = currentEntityManager();
    const open = { organizationId, email: invitation.email, acceptedAt: IsNull(), revokedAt: IsNull() };
    await rows.update(InvitationEntity, open, { revokedAt: new Date() });
    const id = randomUUID();
    await rows.insert(InvitationEntity, { organizationId, id, ...invitation });
    return id;
  }

  /** Neither accepted nor withdrawn, the newest first. */
  async listOpen(): Promise<StoredInvitation[]> {
    return currentEntityManager().query(`${FIND_OPEN} ORDER BY i.created_at DESC`, [currentOrganizationId()]);
  }

  async findOpen(id: string): Promise<StoredInvitation | undefined> {
    const [row] = await currentEntityManager().query<StoredInvitation[]>(`${FIND_OPEN} AND i.id = $2`, [
      currentOrganizationId(),
      id,
    ]);
    return row;
  }

  /**
   * One that can still be accepted, held until the transaction ends: a token serves once. None of somebody who is no
   * administrator any more.
   */
  async findAcceptable(tokenHash: Buffer): Promise<StoredInvitation | undefined> {
    const [row] = await currentEntityManager().query<StoredInvitation[]>(
      `${FIND_OPEN} AND i.token_hash = $2 AND i.expires_at > now() AND u.disabled_at IS NULL AND m.role = 'admin'
       FOR UPDATE OF i`,
      [currentOrganizationId(), tokenHash],
    );
    return row;
  }

  async accept(id: string): Promise<void> {
    const key = { organizationId: currentOrganizationId(), id };
    await currentEntityManager().update(InvitationEntity, key, { acceptedAt: new Date() });
  }

  /** @returns whether there was such an open invitation. */
  async withdraw(id: string): Promise<boolean> {
    const { affected } = await currentEntityManager().update(
      InvitationEntity,
      { organizationId: currentOrganizationId(), id, acceptedAt: IsNull(), revokedAt: IsNull() },
      { revokedAt: new Date() },
    );
    return affected === 1;
  }
}
