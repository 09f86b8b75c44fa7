import { LocationEntity, MembershipEntity, OrganizationEntity, UserEntity } from './organization.entity.ts';

export { OrganizationsController } from './organizations.controller.ts';
export { OrganizationsRepository } from './organizations.repository.ts';
export { OrganizationsService } from './organizations.service.ts';

export const ORGANIZATION_ENTITIES = [OrganizationEntity, LocationEntity, MembershipEntity, UserEntity];
