// GET and PATCH /organizations/current.
import { ChangeOrganizationRequestWire } from '@medspasync/schemas';
import { Body, Get, Middlewares, Patch, Request, Route, Security, Tags } from '@tsoa/runtime';
import type { ChangeOrganizationRequest, Organization } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body } from '../../platform/http/index.ts';
import type { OrganizationsService } from './organizations.service.ts';

@Route('organizations/current')
@Tags('Organization')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  /** The caller's organization, with its locations. */
  @Get()
  @Security('caller', ['organizations:read'])
  async getOrganization(@Request() request: AuthenticatedRequest): Promise<Organization> {
    return this.organizations.current(request.user.organizationId);
  }

  /** Changes its name, its time zone, whether every member needs a second factor, or which write-offs take two people. */
  @Patch()
  @Security('session', ['organizations:manage'])
  @Middlewares(body(ChangeOrganizationRequestWire))
  async changeOrganization(
    @Request() request: AuthenticatedRequest,
    @Body() change: ChangeOrganizationRequest,
  ): Promise<Organization> {
    return this.organizations.change(request.user, change);
  }
}
