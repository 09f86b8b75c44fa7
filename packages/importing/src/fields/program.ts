// Which loyalty program a label means: portals, tenders, discount names.
import type { Program } from '@medspasync/schemas';

// Old tender labels still say Brilliant Distinctions, Allē's former name, or BD.
const NAMED: readonly (readonly [RegExp, Program])[] = [
  [/\balle\b|\ballergan\b|brilliant distinctions?|\bbd\b/, 'alle'],
  [/\baspire\b|\bgalderma\b/, 'aspire'],
  [/\bevolus\b/, 'evolus'],
  [/\bxperience\b|\bmerz\b/, 'xperience'],
];

const plainOf = (label: string): string =>
  label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('_', ' ');

/** The program a label names, undefined when it names none: `Allē Coupon`, `ALLE-AUTH 123`, `BD – Today`, `Evolus Rewards`. */
export function programNamedIn(label: string): Program | undefined {
  const plain = plainOf(label);
  return NAMED.find(([pattern]) => pattern.test(plain))?.[1];
}

const REWARD =
  /\b(?:rewards?|coupons?|points?|pts|cert(?:ificate)?s?|loyalty|redemptions?|redeem(?:ed)?|rebates?)\b/;
// What a house gives of its own accord, under words like those of the programs.
const HOUSE = /\b(?:gift|membership|member|referral|staff|employee)\b/;

/** Whether a label speaks of a reward, whoever's: `Rewards discount`, but not `Gift certificate`. */
export function saysReward(label: string): boolean {
  const plain = plainOf(label);
  return REWARD.test(plain) && !HOUSE.test(plain);
}

// Makers stand in the names of products too: `Botox (Allergan)` is no discount.
const MAKER = /\b(?:allergan|galderma|evolus|merz)\b/g;
const REDUCTION = /\b(?:discount|off|credit|savings?|promo(?:tion)?)\b/;

/** The program an item of an invoice is a discount of; a maker's name counts only with a word that says discount. */
export function loyaltyNamedIn(item: string): Program | undefined {
  const plain = plainOf(item);
  const withoutMakers = plain.replace(MAKER, '').trim();
  const isDiscount = withoutMakers === '' || REWARD.test(plain) || REDUCTION.test(plain);
  return programNamedIn(isDiscount ? plain : withoutMakers);
}

/** A cell of a program column: a known program, else `other`. */
export const parseProgram = (text: string): Program => programNamedIn(text) ?? 'other';
