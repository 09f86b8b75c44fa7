// The time zones that an organization has said of itself and of its locations.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { LocalZones } from '../../platform/local-zones.ts';

interface Zones {
  organization: string | null;
  places: { name: string; zone: string }[];
}

/** Inside the organization of the open transaction. */
export async function localZones(): Promise<LocalZones> {
  const [zones] = await currentEntityManager().query<Zones[]>(
    `SELECT o.time_zone AS organization,
            coalesce((SELECT json_agg(json_build_object('name', lower(btrim(l.name)), 'zone', l.time_zone))
                      FROM locations l WHERE l.organization_id = o.id), '[]') AS places
     FROM organizations o WHERE o.id = $1`,
    [currentOrganizationId()],
  );
  const { organization, places } = zones!;
  const only = places.length === 1 ? places[0]!.zone : 'UTC';
  return new LocalZones(new Map(places.map(({ name, zone }) => [name, zone])), organization ?? only);
}
