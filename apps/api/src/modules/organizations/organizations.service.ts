// An organization as its own members see it, and how a new one comes to be.
import { randomUUID } from 'node:crypto';
import {
  type ChangeOrganizationRequestWire,
  centsOf,
  dollarsOf,
  type OrganizationWire,
  type Role,
} from '@medspasync/schemas';
import { hashPassword } from '../../platform/crypto/index.ts';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import { toLocationWire } from './locations.service.ts';
import type { MembersRepository } from './members.repository.ts';
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
    private readonly members: MembersRepository,
    private readonly withinOrganization: WithinOrganization,
    private readonly audit: AuditTrail,
  ) {}

  /** The organization with its locations. */
  async current(organizationId: string): Promise<OrganizationWire> {
    const organization = await this.withinOrganization(organizationId, () => this.organizations.current());
    return {
      organization_id: organization.id,
      name: organization.name,
      is_sandbox: organization.isSandbox,
      second_factor_required: organization.secondFactorRequired,
      time_zone: organization.timeZone,
      write_off_approval_above: dollarsOf(organization.writeOffApprovalCents),
      locations: organization.locations.map(toLocationWire),
    };
  }

  /** What is not named stays. */
  async change(caller: Caller, request: ChangeOrganizationRequestWire): Promise<OrganizationWire> {
    const { name, ...settings } = request;
    const { second_factor_required, time_zone, write_off_approval_above } = settings;
    await this.withinOrganization(caller.organizationId, async () => {
      if (name !== undefined) await this.organizations.change({ name });
      if (second_factor_required !== undefined)
        await this.organizations.change({ secondFactorRequired: second_factor_required });
      if (time_zone !== undefined) await this.organizations.change({ timeZone: time_zone });
      if (write_off_approval_above !== undefined)
        await this.organizations.change({ writeOffApprovalCents: centsOf(write_off_approval_above) });
      const detail = { renamed: name !== undefined, ...settings };
      this.audit.record(caller, { action: 'organization.changed', detail });
    });
    return this.current(caller.organizationId);
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
        patientAccess: true,
        passwordHash: await hashPassword(password),
      })),
    );
    await this.withinOrganization(organizationId, async () => {
      const organization = {
        id: organizationId,
        name,
        isSandbox,
        secondFactorRequired: false,
        timeZone: null,
        writeOffApprovalCents: 0,
        locations,
      };
      await this.organizations.add(organization);
      for (const member of members) await this.members.add(member);
    });
    return { organizationId, userIds: members.map(({ userId }) => userId) };
  }
}
