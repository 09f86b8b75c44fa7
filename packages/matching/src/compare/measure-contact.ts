// Phone and e-mail: equal, one slip apart, or different; and how many people share them.
import { type Feature, type Measure, MISSING, type Records } from '../domain.ts';
import { jaroWinkler } from './jaro-winkler.ts';

export const CONTACT_FEATURES: readonly Feature[] = [
  { name: 'phone_level', direction: 1 },
  { name: 'phone_holders', direction: -1 },
  { name: 'email_level', direction: 1 },
  { name: 'email_similarity', direction: 1 },
  { name: 'email_holders', direction: -1 },
];

/** 0 different, 1 the last four agree, 2 one digit or one swap apart or only the area code differs, 3 equal. */
export function phoneLevel(a: string, b: string): number {
  if (a === b) return 3;
  let different = 0;
  let first = -1;
  let last = -1;
  for (let i = 0; i < 10; i++) {
    if (a[i] === b[i]) continue;
    different++;
    if (first < 0) first = i;
    last = i;
  }
  const swapped = different === 2 && last === first + 1 && a[first] === b[last] && a[last] === b[first];
  if (different === 1 || swapped || last < 3) return 2;
  return last < 6 ? 1 : 0;
}

/** 0 different, 1 similar mailbox, 2 same mailbox at another domain, 3 a slip apart, 4 equal. */
export function emailLevel(
  a: { local: string; domain: string },
  b: { local: string; domain: string },
  similarity: number,
): number {
  if (a.local === b.local) return a.domain === b.domain ? 4 : jaroWinkler(a.domain, b.domain) > 0.9 ? 3 : 2;
  if (similarity < 0.93) return similarity > 0.85 ? 1 : 0;
  return a.domain === b.domain ? 3 : 1;
}

export function measureContact(records: Records): Measure {
  const { rewards, pos, phones, emails, phoneHolders, emailHolders } = records;
  const addressOf = (id: number) => ({ local: emails.local[id]!, domain: emails.domain[id]! });
  const similarityOf = (a: number, b: number): number => jaroWinkler(emails.local[a]!, emails.local[b]!);
  const levelOf = (a: number, b: number, similarity: number): number =>
    emailLevel(addressOf(a), addressOf(b), similarity);
  return (r, p, out, at) => {
    const phoneA = rewards.phone[r]!;
    const phoneB = pos.phone[p]!;
    const bothPhones = phoneA !== MISSING && phoneB !== MISSING;
    const samePhone = bothPhones && phoneA === phoneB;
    out[at] = !bothPhones ? Number.NaN : samePhone ? 3 : phoneLevel(phones[phoneA]!, phones[phoneB]!);
    out[at + 1] = !bothPhones ? Number.NaN : samePhone ? phoneHolders[phoneA]! : 0;
    const emailA = rewards.email[r]!;
    const emailB = pos.email[p]!;
    const bothEmails = emailA !== MISSING && emailB !== MISSING;
    const similarity = !bothEmails ? Number.NaN : emailA === emailB ? 1 : similarityOf(emailA, emailB);
    out[at + 2] = bothEmails ? levelOf(emailA, emailB, similarity) : Number.NaN;
    out[at + 3] = similarity;
    out[at + 4] = !bothEmails ? Number.NaN : emailA === emailB ? emailHolders[emailA]! : 0;
  };
}
