// Which clock a clinic's wall has: by its location, else by the organization. Threads that read files tell by it, too.

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
function clockIn(timeZone: string, instant: Date): { day: string; time: string } {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)!.value;
  return {
    day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
  };
}

export const dayIn = (timeZone: string, instant: Date): string => clockIn(timeZone, instant).day;

export class LocalZones {
  /** @param places by lower-case name. @param elsewhere of rows that name none of these. */
  constructor(
    readonly places: ReadonlyMap<string, string>,
    readonly elsewhere: string,
  ) {}

  /** A moment as it is written there: `2026-03-08T03:00:00`; exact midnight counts as no time, as everywhere. */
  onTheWall(moment: Date, location: string | undefined): string {
    const { day, time } = clockIn(this.#of(location), moment);
    return time === '00:00:00' ? day : `${day}T${time}`;
  }

  #of(location: string | undefined): string {
    return (location && this.places.get(location.trim().toLowerCase())) ?? this.elsewhere;
  }
}

/** Where nobody has said more. */
export const UTC_ZONES = new LocalZones(new Map(), 'UTC');
