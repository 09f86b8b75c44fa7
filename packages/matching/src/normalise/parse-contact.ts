// Phones, e-mail addresses and codes → the form in which equal ones are equal; placeholders are unknown.
import { MISSING } from '../domain.ts';
import { foldText } from './fold-text.ts';

/** Longer cells are cut here. */
const LONGEST_PHONE = 64;
const TEN_DIGITS = 10_000_000_000;
/** Below this, a number begins with 000. */
const SMALLEST_PHONE = 10_000_000;
const SEQUENCES: ReadonlySet<number> = new Set([1_234_567_890, 123_456_789]);
/** Seven ones: multiples of it up to nine times are seven equal digits. */
const SEVEN_EQUAL = 1_111_111;

/**
 * The last ten digits of a cell of so many units as one number, or MISSING: too few digits, or a number no line has (front desks type 000… and
 * 555-555-5555).
 */
export function phoneIn(units: Uint16Array, length: number): number {
  let phone = 0;
  let digits = 0;
  const end = Math.min(length, LONGEST_PHONE);
  for (let i = 0; i < end; i++) {
    const digit = units[i]! - 48;
    if (digit < 0 || digit > 9) continue;
    if (digits >= 10) phone %= TEN_DIGITS / 10;
    phone = phone * 10 + digit;
    digits++;
  }
  if (digits < 10 || phone < SMALLEST_PHONE || SEQUENCES.has(phone)) return MISSING;
  const firstSeven = Math.floor(phone / 1000);
  const lastSeven = phone % 10_000_000;
  return firstSeven % SEVEN_EQUAL === 0 || lastSeven % SEVEN_EQUAL === 0 ? MISSING : phone;
}

/** What stands before the "@" of an address that is none. */
export const EMAIL_PLACEHOLDERS: ReadonlySet<string> = new Set(
  'no none noemail na n/a unknown test email noreply declined refused'.split(' '),
);

/** Local part and domain, or null for what is not an address or is a placeholder. */
export function parseEmail(raw: string): { local: string; domain: string } | null {
  const folded = foldText(raw).replace(/\s+/g, '');
  const at = folded.lastIndexOf('@');
  if (at < 1 || at === folded.length - 1) return null;
  // A "+tag" is the same mailbox.
  const local = folded.slice(0, at).replace(/\+.*$/, '');
  return local === '' || EMAIL_PLACEHOLDERS.has(local) ? null : { local, domain: folded.slice(at + 1) };
}

/** Letters and digits of a code, upper case. Null if too short to tell anything. */
export function parseReference(raw: string): string | null {
  const code = raw
    .slice(0, 128)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return code.length < 3 ? null : code;
}
