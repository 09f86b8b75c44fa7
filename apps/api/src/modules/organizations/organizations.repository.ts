// Rows of organizations, locations and members, inside the organization of the open transaction.
import type { Role } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import { LocationEntity, MembershipEntity, OrganizationEntity, UserEntity } from './organization.entity.ts';

const UNIQUE_VIOLATION = '23505';

export interface StoredOrganization {
  id: string;
  name: string;
  isSandbox: boolean;
  locations: { id: string; name: string; timeZone: string }[];
}

export interface Member {
  userId: string;
  email: string;
  displayName: string;
  role: Role;
}

export interface NewMember extends Member {
  passwordHash: string;
}

export class OrganizationsRepository {
  async add({ id, name, isSandbox, locations }: StoredOrganization): Promise<void> {
    const rows = currentEntityManager();
    await rows.insert(OrganizationEntity, { id, name, isSandbox });
    await rows.insert(
      LocationEntity,
      locations.map((location) => ({ ...location, organizationId: id })),
    );
  }

  /** The membership first: row-level security shows a person to an organization only as its member. */
  async addMember({ userId, role, ...person }: NewMember): Promise<void> {
    const rows = currentEntityManager();
    await rows.insert(MembershipEntity, { organizationId: currentOrganizationId(), userId, role });
    try {
      await rows.insert(UserEntity, { id: userId, ...person });
    } catch (cause) {
      if ((cause as { code?: string }).code !== UNIQUE_VIOLATION) throw cause;
      throw new Refusal('resource.conflict', { detail: `The address ${person.email} is taken.`, cause });
    }
  }

  async current(): Promise<StoredOrganization> {
    const rows = currentEntityManager();
    const id = currentOrganizationId();
    const organization = await rows.findOneByOrFail(OrganizationEntity, { id });
    const locations = await rows.find(LocationEntity, {
      where: { organizationId: id },
      order: { name: 'ASC' },
    });
    return { ...organization, locations };
  }

  /** By name. */
  async members(): Promise<Member[]> {
    return currentEntityManager()
      .createQueryBuilder()
      .select(['u.id AS "userId"', 'u.email AS email', 'u.display_name AS "displayName"', 'm.role AS role'])
      .from(MembershipEntity, 'm')
      .innerJoin(UserEntity, 'u', 'u.id = m.user_id')
      .where('m.organization_id = :id', { id: currentOrganizationId() })
      .orderBy('u.display_name')
      .getRawMany<Member>();
  }
}
