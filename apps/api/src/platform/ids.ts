// Ids of rows that come by the hundred thousand: in the order of time, so that the database adds them at the end of its indexes
// instead of all over them.
import { randomUUID } from 'node:crypto';

const TIME_DIGITS = 12;

/** Many ids are made in one millisecond. */
let latest = { ms: -1, prefix: '' };

/** A UUID of version 7 (RFC 9562): milliseconds since 1970, then 74 random bits. */
export function timeOrderedId(nowMs = Date.now()): string {
  if (latest.ms !== nowMs) latest = { ms: nowMs, prefix: prefixOf(nowMs) };
  return latest.prefix + randomUUID().slice(15);
}

function prefixOf(ms: number): string {
  const time = ms.toString(16).padStart(TIME_DIGITS, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7`;
}
