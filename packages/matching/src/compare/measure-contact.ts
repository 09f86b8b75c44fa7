// Phone and e-mail: equal, one slip apart, or different; and how many people share them.
import { type EmailTable, type Feature, type Measure, MISSING, type Records } from '../domain.ts';
import { jaroWinkler, jaroWinklerOfUnits } from './jaro-winkler.ts';

export const CONTACT_FEATURES: readonly Feature[] = [
  { name: 'phone_level', direction: 1 },
  { name: 'phone_holders', direction: -1 },
  { name: 'email_level', direction: 1 },
  { name: 'email_similarity', direction: 1 },
  { name: 'email_holders', direction: -1 },
];

const PHONE_DIGITS = 10;

/**
 * Of phone ids `a` and `b` in `digits`: 0 different, 1 the last four agree, 2 one digit or one swap apart or only the area
 * code differs, 3 equal.
 */
export function phoneLevel(digits: Uint8Array, a: number, b: number): number {
  if (a === b) return 3;
  const atA = a * PHONE_DIGITS;
  const atB = b * PHONE_DIGITS;
  let different = 0;
  let first = -1;
  let last = -1;
  for (let i = 0; i < PHONE_DIGITS; i++) {
    if (digits[atA + i] === digits[atB + i]) continue;
    different++;
    if (first < 0) first = i;
    last = i;
  }
  const swapped =
    different === 2 &&
    last === first + 1 &&
    digits[atA + first] === digits[atB + last] &&
    digits[atA + last] === digits[atB + first];
  if (different === 1 || swapped || last < 3) return 2;
  return last < 6 ? 1 : 0;
}

/** Jaro–Winkler similarity of two mailboxes, by e-mail ids. */
export const mailboxSimilarity = (
  { packed: { units, start }, localLength }: EmailTable,
  a: number,
  b: number,
) =>
  jaroWinklerOfUnits(units, start[a]!, start[a]! + localLength[a]!, start[b]!, start[b]! + localLength[b]!);

/** 0 different, 1 similar mailbox, 2 same mailbox at another domain, 3 a slip apart, 4 equal. */
export function emailLevel(emails: EmailTable, a: number, b: number, similarity: number): number {
  if (a === b) return 4;
  const { domain, domains } = emails;
  if (similarity === 1 && isSameMailbox(emails, a, b)) {
    return jaroWinkler(domains[domain[a]!]!, domains[domain[b]!]!) > 0.9 ? 3 : 2;
  }
  if (similarity < 0.93) return similarity > 0.85 ? 1 : 0;
  return domain[a] === domain[b] ? 3 : 1;
}

function isSameMailbox({ packed: { units, start }, localLength }: EmailTable, a: number, b: number): boolean {
  if (localLength[a] !== localLength[b]) return false;
  for (let i = 0; i < localLength[a]!; i++) if (units[start[a]! + i] !== units[start[b]! + i]) return false;
  return true;
}

export function measureContact(records: Records): Measure {
  const { rewards, pos, phoneDigits, emails, phoneHolders, emailHolders } = records;
  return (r, p, out, at) => {
    const phoneA = rewards.phone[r]!;
    const phoneB = pos.phone[p]!;
    const bothPhones = phoneA !== MISSING && phoneB !== MISSING;
    out[at] = bothPhones ? phoneLevel(phoneDigits, phoneA, phoneB) : Number.NaN;
    out[at + 1] = !bothPhones ? Number.NaN : phoneA === phoneB ? phoneHolders[phoneA]! : 0;
    const emailA = rewards.email[r]!;
    const emailB = pos.email[p]!;
    const bothEmails = emailA !== MISSING && emailB !== MISSING;
    const similarity = !bothEmails
      ? Number.NaN
      : emailA === emailB
        ? 1
        : mailboxSimilarity(emails, emailA, emailB);
    out[at + 2] = bothEmails ? emailLevel(emails, emailA, emailB, similarity) : Number.NaN;
    out[at + 3] = similarity;
    out[at + 4] = !bothEmails ? Number.NaN : emailA === emailB ? emailHolders[emailA]! : 0;
  };
}
