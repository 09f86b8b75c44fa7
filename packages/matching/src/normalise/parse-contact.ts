// Phones and e-mail addresses → the form in which equal ones are equal; placeholders are unknown.
import { foldText } from './fold-text.ts';

/** Ten digits, or null: too few digits, or a number no line has (front desks type 000… and 555-555-5555). */
export function parsePhone(raw: string): string | null {
  const digits = raw.slice(0, 64).replace(/\D/g, '');
  const ten = digits.slice(-10);
  if (ten.length < 10 || /^(\d)\1{6,}/.test(ten) || /(\d)\1{6}$/.test(ten)) return null;
  return ten === '1234567890' || ten === '0123456789' || ten.startsWith('000') ? null : ten;
}

/** Local part and domain, or null for what is not an address or is a placeholder. */
export function parseEmail(raw: string): { local: string; domain: string } | null {
  const folded = foldText(raw).replace(/\s+/g, '');
  const at = folded.lastIndexOf('@');
  if (at < 1 || at === folded.length - 1) return null;
  // A "+tag" is the same mailbox.
  const local = folded.slice(0, at).replace(/\+.*$/, '');
  if (/^(no|none|noemail|na|n\/a|unknown|test|email|noreply|declined|refused)$/.test(local) || local === '') {
    return null;
  }
  return { local, domain: folded.slice(at + 1) };
}

/** Letters and digits of a code, upper case. Null if too short to tell anything. */
export function parseReference(raw: string): string | null {
  const code = raw
    .slice(0, 128)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return code.length < 3 ? null : code;
}
