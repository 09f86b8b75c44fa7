import {
  InvitationEntity,
  LocationEntity,
  MembershipEntity,
  OrganizationEntity,
  UserEntity,
} from './organization.entity.ts';

export { InvitationsController } from './invitations.controller.ts';
export { InvitationsRepository } from './invitations.repository.ts';
export { InvitationsService } from './invitations.service.ts';
export { type LocalDays, localDays } from './local-days.ts';
export { localZones } from './local-zones.ts';
export { LocationsController } from './locations.controller.ts';
export { LocationsRepository } from './locations.repository.ts';
export { LocationsService } from './locations.service.ts';
export { MembersController } from './members.controller.ts';
export { MembersRepository } from './members.repository.ts';
export { MembersService } from './members.service.ts';
export { OrganizationsController } from './organizations.controller.ts';
export { OrganizationsRepository } from './organizations.repository.ts';
export { OrganizationsService } from './organizations.service.ts';

export const ORGANIZATION_ENTITIES = [
  OrganizationEntity,
  LocationEntity,
  MembershipEntity,
  UserEntity,
  InvitationEntity,
];
