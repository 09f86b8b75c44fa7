// Which clock a clinic's wall has: by its location, else by the organization.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

interface Zones {
  organization: string | null;
  places: { name: string; zone: string }[];
}

export class LocalZones {
  /** @param places by lower-case name. @param elsewhere of rows that name none of these. */
  constructor(
    readonly places: ReadonlyMap<string, string>,
    readonly elsewhere: string,
  ) {}

  /** IANA name of the zone. */
  of(location: string | undefined): string {
    return (location && this.places.get(location.trim().toLowerCase())) ?? this.elsewhere;
  }
}

/** Where nobody has said more. */
export const UTC_ZONES = new LocalZones(new Map(), 'UTC');

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
