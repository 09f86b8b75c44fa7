// An organization as its own members see it, and how a new one comes to be.
import { randomUUID } from 'node:crypto';
import type { MemberWire, OrganizationWire, Role } from '@medspasync/schemas';
import { hashPassword } from '../../platform/crypto/index.ts';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { OrganizationsRepository } from './organizations.repository.ts';

export interface OrganizationDraft {
  name: string;
  locations: readonly { name: string; timeZone: string }[];
  members: readonly { email: string; displayName: string; role: Role; password: string }[];
  isSandbox?: boolean;
  /** Given where it must stay the same; otherwise a new one. */
  organizationId?: string;
}

export class OrganizationsService {
  constructor(
    private readonly organizations: OrganizationsRepository,
    private readonly withinOrganization: WithinOrganization,
  ) {}

  /** The organization with its locations. */
  async current(organizationId: string): Promise<OrganizationWire> {
    const organization = await this.withinOrganization(organizationId, () => this.organizations.current());
    return {
      organization_id: organization.id,
      name: organization.name,
      is_sandbox: organization.isSandbox,
      locations: organization.locations.map(({ id, name, timeZone }) => ({
        location_id: id,
        name,
        time_zone: timeZone,
      })),
    };
  }

  async members(organizationId: string): Promise<MemberWire[]> {
    const members = await this.withinOrganization(organizationId, () => this.organizations.members());
    return members.map(({ userId, email, displayName, role }) => ({
      user_id: userId,
      email,
      display_name: displayName,
      role,
    }));
  }

  /**
   * Writes an organization with its locations and first members, or nothing.
   * @returns the ids, members in the order given. @throws Refusal `resource.conflict` when an e-mail address is taken.
   */
  async create(draft: OrganizationDraft): Promise<{ organizationId: string; userIds: string[] }> {
    const { organizationId = randomUUID(), name, isSandbox = false } = draft;
    const locations = draft.locations.map((location) => ({ id: randomUUID(), ...location }));
    const members = await Promise.all(
      draft.members.map(async ({ password, email, ...member }) => ({
        ...member,
        email: email.toLowerCase(),
        userId: randomUUID(),
        passwordHash: await hashPassword(password),
      })),
    );
    await this.withinOrganization(organizationId, async () => {
      await this.organizations.add({ id: organizationId, name, isSandbox, locations });
      for (const member of members) await this.organizations.addMember(member);
    });
    return { organizationId, userIds: members.map(({ userId }) => userId) };
  }
}
