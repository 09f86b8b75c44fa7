// A customer of ours: an organization with its locations and staff.
import * as z from 'zod';
import { RoleWire } from './auth.ts';

export const LocationWire = z
  .object({ location_id: z.uuid(), name: z.string(), time_zone: z.string() })
  .meta({ id: 'Location' });

export const OrganizationWire = z
  .object({
    organization_id: z.uuid(),
    name: z.string(),
    is_sandbox: z.boolean(),
    locations: z.array(LocationWire),
  })
  .meta({ id: 'Organization' });
export type OrganizationWire = z.infer<typeof OrganizationWire>;

export const MemberWire = z
  .object({ user_id: z.uuid(), email: z.string(), display_name: z.string(), role: RoleWire })
  .meta({ id: 'Member' });
export const MembersWire = z.object({ members: z.array(MemberWire) }).meta({ id: 'Members' });
export type MemberWire = z.infer<typeof MemberWire>;
