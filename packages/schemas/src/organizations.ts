// A customer of ours: an organization with its settings and locations.
import * as z from 'zod';
import { DollarsWire } from './money.ts';
import { lineOf } from './text.ts';

const LocationNameWire = lineOf(200);

/** An IANA time zone. */
export const TimeZoneWire = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'must be a time zone such as America/New_York' })
  .meta({ example: 'America/New_York' });

function isTimeZone(name: string): boolean {
  // Engines also take offsets, which know no daylight saving.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const LocationWire = z
  .object({ location_id: z.uuid(), name: z.string(), time_zone: z.string() })
  .meta({ id: 'Location' });
export type LocationWire = z.infer<typeof LocationWire>;

export const LocationsWire = z.object({ locations: z.array(LocationWire) }).meta({ id: 'Locations' });

export const CreateLocationRequestWire = z
  .strictObject({ name: LocationNameWire.meta({ example: 'Downtown' }), time_zone: TimeZoneWire })
  .meta({ id: 'CreateLocationRequest' });
export type CreateLocationRequestWire = z.infer<typeof CreateLocationRequestWire>;

export const ChangeLocationRequestWire = z
  .strictObject({ name: LocationNameWire.optional(), time_zone: TimeZoneWire.optional() })
  .meta({ id: 'ChangeLocationRequest' });
export type ChangeLocationRequestWire = z.infer<typeof ChangeLocationRequestWire>;

export const OrganizationWire = z
  .object({
    organization_id: z.uuid(),
    name: z.string(),
    is_sandbox: z.boolean(),
    second_factor_required: z.boolean().meta({ description: 'Of every member, not only administrators.' }),
    time_zone: z.string().nullable().meta({
      description: 'Of rows that name no location of ours. Null: that of the only location, else UTC.',
    }),
    write_off_approval_above: z.number().meta({
      description: 'Dollars above which a write-off takes effect only when a second person approves it.',
    }),
    locations: z.array(LocationWire),
  })
  .meta({ id: 'Organization' });
export type OrganizationWire = z.infer<typeof OrganizationWire>;

export const ChangeOrganizationRequestWire = z
  .strictObject({
    name: lineOf(200).optional(),
    second_factor_required: z.boolean().optional(),
    time_zone: TimeZoneWire.nullable().optional(),
    write_off_approval_above: DollarsWire.optional().meta({
      description: 'Dollars. 0: every write-off takes a second person.',
    }),
  })
  .meta({ id: 'ChangeOrganizationRequest' });
export type ChangeOrganizationRequestWire = z.infer<typeof ChangeOrganizationRequestWire>;
