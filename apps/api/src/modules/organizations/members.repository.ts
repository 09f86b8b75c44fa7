// Rows of people and of their memberships, inside the organization of the open transaction.
import type { Role } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import { MembershipEntity, UserEntity } from './organization.entity.ts';

const UNIQUE_VIOLATION = '23505';

export interface NewMember {
  userId: string;
  email: string;
  displayName: string;
  role: Role;
  patientAccess: boolean;
  passwordHash: string;
}

export interface Member extends Omit<NewMember, 'passwordHash'> {
  hasSecondFactor: boolean;
  isDisabled: boolean;
  lastSeenAt: Date | null;
}

export interface MemberChange {
  role?: Role | undefined;
  patientAccess?: boolean | undefined;
  isDisabled?: boolean | undefined;
}

const FIND_MEMBERS = `
  SELECT u.id AS "userId", u.email, u.display_name AS "displayName", m.role,
         m.patient_access AS "patientAccess", u.disabled_at IS NOT NULL AS "isDisabled",
         EXISTS (SELECT FROM second_factors f WHERE f.organization_id = m.organization_id
                   AND f.user_id = m.user_id AND f.confirmed_at IS NOT NULL) AS "hasSecondFactor",
         (SELECT max(s.last_seen_at) FROM sessions s
          WHERE s.organization_id = m.organization_id AND s.user_id = m.user_id) AS "lastSeenAt"
  FROM memberships m JOIN users u ON u.id = m.user_id
  WHERE m.organization_id = $1`;

export class MembersRepository {
  /** The membership first: row-level security shows a person to an organization only as its member. */
  async add({ userId, role, patientAccess, ...person }: NewMember): Promise<void> {
    const rows = currentEntityManager();
    const organizationId = currentOrganizationId();
    await rows.insert(MembershipEntity, { organizationId, userId, role, patientAccess });
    try {
      await rows.insert(UserEntity, { id: userId, ...person });
    } catch (cause) {
      if ((cause as { code?: string }).code !== UNIQUE_VIOLATION) throw cause;
      throw new Refusal('resource.conflict', { detail: 'This e-mail address is taken.', cause });
    }
  }

  /** By name. */
  async list(): Promise<Member[]> {
    return currentEntityManager().query(`${FIND_MEMBERS} ORDER BY u.display_name, u.id`, [
      currentOrganizationId(),
    ]);
  }

  async find(userId: string): Promise<Member | undefined> {
    const [row] = await currentEntityManager().query<Member[]>(`${FIND_MEMBERS} AND m.user_id = $2`, [
      currentOrganizationId(),
      userId,
    ]);
    return row;
  }

  async isMember(email: string): Promise<boolean> {
    const rows = await currentEntityManager().query(`${FIND_MEMBERS} AND u.email = $2`, [
      currentOrganizationId(),
      email,
    ]);
    return rows.length > 0;
  }

  /** Administrators who can sign in, held until the transaction ends, so that two of them cannot remove each other. */
  async countAdministrators(): Promise<number> {
    const organizationId = currentOrganizationId();
    const rows = currentEntityManager();
    await rows.query(
      "SELECT FROM memberships WHERE organization_id = $1 AND role = 'admin' ORDER BY user_id FOR UPDATE",
      [organizationId],
    );
    const [counted] = await rows.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM memberships m JOIN users u ON u.id = m.user_id
       WHERE m.organization_id = $1 AND m.role = 'admin' AND u.disabled_at IS NULL`,
      [organizationId],
    );
    return counted?.n ?? 0;
  }

  async change(userId: string, { role, patientAccess, isDisabled }: MemberChange): Promise<void> {
    const organizationId = currentOrganizationId();
    const rows = currentEntityManager();
    if (role !== undefined || patientAccess !== undefined)
      await rows.query(
        `UPDATE memberships SET role = coalesce($3, role), patient_access = coalesce($4, patient_access)
         WHERE organization_id = $1 AND user_id = $2`,
        [organizationId, userId, role ?? null, patientAccess ?? null],
      );
    if (isDisabled !== undefined)
      await rows.query('UPDATE users SET disabled_at = CASE WHEN $2 THEN now() END WHERE id = $1', [
        userId,
        isDisabled,
      ]);
  }
}
