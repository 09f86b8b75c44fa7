// GET /organizations/current and /organizations/current/members.
import { Controller, Get, Request, Route, Security, Tags } from '@tsoa/runtime';
import type { Members, Organization } from '../../generated/wire.ts';
import type { AuthenticatedRequest } from '../../platform/http/index.ts';
import type { OrganizationsService } from './organizations.service.ts';

@Route('organizations/current')
@Tags('Organization')
@Security('caller', ['organizations:read'])
export class OrganizationsController extends Controller {
  constructor(private readonly organizations: OrganizationsService) {
    super();
  }

  /** The caller's organization, with its locations. */
  @Get()
  async getOrganization(@Request() request: AuthenticatedRequest): Promise<Organization> {
    return this.organizations.current(request.user.organizationId);
  }

  /** Who works for it, and as what. */
  @Get('members')
  async getMembers(@Request() request: AuthenticatedRequest): Promise<Members> {
    return { members: await this.organizations.members(request.user.organizationId) };
  }
}
