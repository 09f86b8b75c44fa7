// Ids of rows that come by the hundred thousand: in the order of time, so that the database adds them at the end of its indexes
// instead of all over them.
import { randomUUID } from 'node:crypto';

const TIME_DIGITS = 12;

/** A UUID of version 7 (RFC 9562): milliseconds since 1970, then 74 random bits. */
export function timeOrderedId(nowMs = Date.now()): string {
  const time = nowMs.toString(16).padStart(TIME_DIGITS, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
