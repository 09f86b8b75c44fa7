// Which day it is: deadlines end at midnight where the clinic is, not where the server is.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

/** Days as `YYYY-MM-DD`. */
export interface LocalDays {
  /** Of rows that name no location of the organization. */
  today: string;
  /** By the lower-case name of each location. */
  places: { name: string; today: string }[];
}

interface Zones {
  organization: string | null;
  places: { name: string; zone: string }[];
}

/** The day in an IANA time zone at an instant, daylight saving included. */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)!.value;
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Inside the organization of the open transaction. */
export async function localDays(now = new Date()): Promise<LocalDays> {
  const [zones] = await currentEntityManager().query<Zones[]>(
    `SELECT o.time_zone AS organization,
            coalesce((SELECT json_agg(json_build_object('name', lower(btrim(l.name)), 'zone', l.time_zone))
                      FROM locations l WHERE l.organization_id = o.id), '[]') AS places
     FROM organizations o WHERE o.id = $1`,
    [currentOrganizationId()],
  );
  const { organization, places } = zones!;
  const only = places.length === 1 ? places[0]!.zone : 'UTC';
  return {
    today: dayIn(organization ?? only, now),
    places: places.map(({ name, zone }) => ({ name, today: dayIn(zone, now) })),
  };
}
