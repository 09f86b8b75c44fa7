// Clock times, from a column of their own or the end of a date.
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:([ap])\.?\s?m\.?)?$/i;

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** `2:30:00 PM` or `14:30` → `14:30` or `14:30:00`; undefined when it is no time of day. */
export function parseTimeOfDay(text: string): string | undefined {
  const found = TIME.exec(text.trim());
  if (!found) return undefined;
  const hour = hourOfDay(Number(found[1]), found[4]);
  const minute = Number(found[2]);
  const second = found[3] === undefined ? undefined : Number(found[3]);
  if (hour === undefined || minute > 59 || (second ?? 0) > 59) return undefined;
  return second === undefined
    ? `${twoDigits(hour)}:${twoDigits(minute)}`
    : `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
