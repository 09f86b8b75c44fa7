// GET and POST /organizations/current/locations, PATCH and DELETE of one.
import { ChangeLocationRequestWire, CreateLocationRequestWire } from '@medspasync/schemas';
import {
  Body,
  Delete,
  Extension,
  Get,
  Middlewares,
  Patch,
  Path,
  Post,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type {
  ChangeLocationRequest,
  CreateLocationRequest,
  Location,
  Locations,
} from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotent, type Uuid } from '../../platform/http/index.ts';
import type { LocationsService } from './locations.service.ts';

@Route('organizations/current/locations')
@Tags('Organization')
export class LocationsController {
  constructor(private readonly locations: LocationsService) {}

  /** Where patients are treated, by name. */
  @Get()
  @Security('caller', ['organizations:read'])
  async listLocations(@Request() request: AuthenticatedRequest): Promise<Locations> {
    return { locations: await this.locations.list(request.user) };
  }

  /** Adds a location. */
  @Post()
  @Security('session', ['organizations:manage'])
  @Extension('x-idempotent', true)
  @Middlewares(body(CreateLocationRequestWire), idempotent)
  @SuccessResponse(201, 'Created')
  async createLocation(
    @Request() request: AuthenticatedRequest,
    @Body() wanted: CreateLocationRequest,
  ): Promise<Location> {
    return this.locations.create(request.user, wanted);
  }

  /** Renames a location or moves it to another time zone. */
  @Patch('{location_id}')
  @Security('session', ['organizations:manage'])
  @Middlewares(body(ChangeLocationRequestWire))
  async changeLocation(
    @Request() request: AuthenticatedRequest,
    @Path() location_id: Uuid,
    @Body() change: ChangeLocationRequest,
  ): Promise<Location> {
    return this.locations.change(request.user, location_id, change);
  }

  /** Takes a location away that no file belongs to. */
  @Delete('{location_id}')
  @Security('session', ['organizations:manage'])
  @SuccessResponse(204, 'Removed')
  async removeLocation(@Request() request: AuthenticatedRequest, @Path() location_id: Uuid): Promise<void> {
    await this.locations.remove(request.user, location_id);
  }
}
