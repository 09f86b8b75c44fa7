// How phones and e-mails are written down, and how they go wrong.
import type { Random } from '../random.ts';
import { DOMAIN_SLIPS, EMAIL_DOMAINS } from '../words/people.ts';
import { keyboardSlip, transposeLetters } from './keyboard.ts';

const PHONE_FORMATS: readonly ((area: string, exchange: string, line: string) => string)[] = [
  (a, e, l) => `(${a}) ${e}-${l}`,
  (a, e, l) => `${a}-${e}-${l}`,
  (a, e, l) => `${a}.${e}.${l}`,
  (a, e, l) => a + e + l,
  (a, e, l) => `+1${a}${e}${l}`,
  (a, e, l) => `+1 ${a} ${e} ${l}`,
  (a, e, l) => `1-${a}-${e}-${l}`,
  (a, e, l) => `(${a})${e}-${l}`,
  (a, e, l) => `${a} ${e} ${l}`,
  (a, e, l) => `${a}/${e}-${l}`,
  (a, e, l) => `+1 (${a}) ${e}-${l}`,
  (a, e, l) => `${a}-${e}-${l} (c)`,
];
export const PHONE_FORMAT_COUNT = PHONE_FORMATS.length;

/** Ten digits in one of the notations, by index. */
export const formatPhone = (digits: string, format: number): string =>
  PHONE_FORMATS[format]!(digits.slice(0, 3), digits.slice(3, 6), digits.slice(6));

/** One digit wrong, or two neighbours exchanged. */
export function slipDigit(random: Random, digits: string): string {
  if (random.chance(0.35)) {
    const swapped = transposeLetters(random, digits);
    if (swapped !== digits) return swapped;
  }
  const at = random.below(digits.length);
  const wrong = (Number(digits[at]) + random.between(1, 9)) % 10;
  return digits.slice(0, at) + wrong + digits.slice(at + 1);
}

/** Another number altogether: a new phone, the office, a spouse. */
export const anotherPhone = (random: Random, digits: string): string =>
  digits.slice(0, 3) + String(2_000_000 + random.below(8_000_000));

/** A slip in the part before the `@`. */
export function slipMailbox(random: Random, email: string): string {
  const at = email.indexOf('@');
  const mailbox = email.slice(0, at);
  return (
    (random.chance(0.7) ? keyboardSlip(random, mailbox) : transposeLetters(random, mailbox)) + email.slice(at)
  );
}

/** A slip in the domain, or the same mailbox at another provider. */
export function slipDomain(random: Random, email: string): string {
  const at = email.indexOf('@') + 1;
  const slips = DOMAIN_SLIPS[email.slice(at)];
  return (
    email.slice(0, at) +
    (slips !== undefined && random.chance(0.75) ? random.pick(slips) : random.pick(EMAIL_DOMAINS))
  );
}

/** An address that shares nothing with the patient's. */
export const anotherEmail = (random: Random): string =>
  `${random.pick(['info', 'mom', 'work', 'blue', 'family', 'jojo', 'pinkrose', 'contact', 'lucky'])}${random.below(10_000)}@${random.pick(EMAIL_DOMAINS)}`;

/** A code with one of its last four characters wrong. */
export function slipCode(random: Random, code: string): string {
  const at = code.length - 1 - random.below(4);
  return code.slice(0, at) + random.below(10) + code.slice(at + 1);
}
