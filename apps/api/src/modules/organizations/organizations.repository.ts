// Rows of organizations, inside the organization of the open transaction.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { LocationEntity, OrganizationEntity } from './organization.entity.ts';

export interface OrganizationSettings {
  name: string;
  secondFactorRequired: boolean;
  timeZone: string | null;
  /** Above it, a write-off takes a second person. */
  writeOffApprovalCents: number;
}

export interface StoredOrganization extends OrganizationSettings {
  id: string;
  isSandbox: boolean;
  locations: { id: string; name: string; timeZone: string }[];
}

export class OrganizationsRepository {
  async add({ locations, ...organization }: StoredOrganization): Promise<void> {
    const rows = currentEntityManager();
    await rows.insert(OrganizationEntity, organization);
    await rows.insert(
      LocationEntity,
      locations.map((location) => ({ ...location, organizationId: organization.id })),
    );
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

  async writeOffApprovalCents(): Promise<number> {
    const { writeOffApprovalCents } = await currentEntityManager().findOneByOrFail(OrganizationEntity, {
      id: currentOrganizationId(),
    });
    return writeOffApprovalCents;
  }

  async change(settings: Partial<OrganizationSettings>): Promise<void> {
    await currentEntityManager().update(OrganizationEntity, { id: currentOrganizationId() }, settings);
  }
}
