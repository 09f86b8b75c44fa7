// Which day it is: deadlines end at midnight where the clinic is, not where the server is.
import { localZones } from './local-zones.ts';

/** Days as `YYYY-MM-DD`. */
export interface LocalDays {
  /** Of rows that name no location of the organization. */
  today: string;
  /** By the lower-case name of each location. */
  places: { name: string; today: string }[];
}

/** One for each zone: making one takes longer than a thousand uses. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

/** Day and time of day in an IANA time zone at an instant, daylight saving included: `2026-03-08`, `03:00:00`. */
export function clockIn(timeZone: string, instant: Date): { day: string; time: string } {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)!.value;
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
  };
}

export const dayIn = (timeZone: string, instant: Date): string => clockIn(timeZone, instant).day;

/** Inside the organization of the open transaction. */
export async function localDays(now = new Date()): Promise<LocalDays> {
  const { elsewhere, places } = await localZones();
  return {
    today: dayIn(elsewhere, now),
    places: [...places].map(([name, zone]) => ({ name, today: dayIn(zone, now) })),
  };
}
