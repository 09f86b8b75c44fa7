// What phone and e-mail say, in a sentence; never the numbers themselves.
import { type Describe, MISSING, type Records } from '../domain.ts';
import { emailLevel, mailboxSimilarity, phoneLevel } from './measure-contact.ts';

const PHONE_WORDS = ['different phone', 'phones end alike', 'phones one slip apart', 'same phone'] as const;
const EMAIL_WORDS = [
  'different e-mail',
  'similar e-mail',
  'same mailbox at another domain',
  'e-mails one slip apart',
  'same e-mail',
] as const;

export function describeContact(records: Records): Describe {
  const { rewards, pos, phoneDigits, emails, phoneHolders } = records;
  return (r, p) => {
    const said: string[] = [];
    const phoneA = rewards.phone[r]!;
    const phoneB = pos.phone[p]!;
    if (phoneA !== MISSING && phoneB !== MISSING) {
      said.push(PHONE_WORDS[phoneLevel(phoneDigits, phoneA, phoneB)]!);
      if (phoneA === phoneB && phoneHolders[phoneA]! > 0) said.push('which several patients share');
    }
    const emailA = rewards.email[r]!;
    const emailB = pos.email[p]!;
    if (emailA !== MISSING && emailB !== MISSING) {
      const similarity = mailboxSimilarity(emails, emailA, emailB);
      said.push(EMAIL_WORDS[emailLevel(emails, emailA, emailB, similarity)]!);
    }
    return said.length === 0 ? 'No phone or e-mail to compare' : sentence(said.join(', '));
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
