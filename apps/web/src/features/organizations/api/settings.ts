// What an administrator changes about the organization.
import { bodyOf } from '@medspasync/api-client';
import type {
  ChangeOrganizationRequestWire,
  CreateLocationRequestWire,
  LocationWire,
  OrganizationWire,
} from '@medspasync/schemas';
import { api } from '../../../lib/api.ts';

export const changeOrganization = (body: ChangeOrganizationRequestWire): Promise<OrganizationWire> =>
  bodyOf(api.http.PATCH('/organizations/current', { body }));

export const createLocation = (body: CreateLocationRequestWire): Promise<LocationWire> =>
  bodyOf(api.http.POST('/organizations/current/locations', { body }));

export const changeLocation = (location_id: string, body: CreateLocationRequestWire): Promise<LocationWire> =>
  bodyOf(
    api.http.PATCH('/organizations/current/locations/{location_id}', {
      params: { path: { location_id } },
      body,
    }),
  );

export const removeLocation = (location_id: string) =>
  api.http.DELETE('/organizations/current/locations/{location_id}', { params: { path: { location_id } } });
