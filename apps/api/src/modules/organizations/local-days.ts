// Which day it is: deadlines end at midnight where the clinic is, not where the server is.
import { dayIn } from '../../platform/local-zones.ts';
import { localZones } from './local-zones.ts';

/** Days as `YYYY-MM-DD`. */
export interface LocalDays {
  /** Of rows that name no location of the organization. */
  today: string;
  /** By the lower-case name of each location. */
  places: { name: string; today: string }[];
}

/** Inside the organization of the open transaction. */
export async function localDays(now = new Date()): Promise<LocalDays> {
  const { elsewhere, places } = await localZones();
  return {
    today: dayIn(elsewhere, now),
    places: [...places].map(([name, zone]) => ({ name, today: dayIn(zone, now) })),
  };
}
