// Whether a careful person with both files before her could tell that rows belong together. A pair that has lost its
// name, its contact and its code and keeps only a common amount proves nothing about an engine that misses it.
import type { Transaction } from '@medspasync/schemas';
import type { ErrorType } from './books.ts';
import { mailLetters } from './plain-letters.ts';

/** Mistakes that leave at most one part of the name. */
const HALF_A_NAME: readonly ErrorType[] = [
  'initial',
  'changed-surname',
  'name-part-missing',
  'household',
  'truncated',
];
/** Mistakes that leave none of it. */
const NO_NAME: readonly ErrorType[] = ['name-replaced', 'name-missing'];
const NO_DATE: readonly ErrorType[] = ['date-typo', 'date-missing', 'date-day-month-swap'];
/** Mistakes that make of one patient another: her phone proves the family, and no more. */
const A_RELATIVE: readonly ErrorType[] = ['household'];

/** Names with less than this share of letter pairs in common are another name to any reader. */
const READABLE_FROM = 0.4;
const NEAR_DAYS = 3;
const MS_PER_DAY = 86_400_000;

/**
 * @param pos all rows of the reward: together they carry its amount, or they do not.
 * @param errors what is wrong between the two sides.
 */
export function isDecidable(
  reward: Transaction,
  pos: readonly Transaction[],
  errors: readonly ErrorType[],
): boolean {
  const has = (some: readonly ErrorType[]): boolean => some.some((error) => errors.includes(error));
  const amountTells = pos.reduce((sum, row) => sum + row.amountCents, 0) === reward.amountCents;
  return pos.every((row) => {
    if (sharesCode(reward, row)) return true;
    if (has(NO_DATE) && !amountTells) return false;
    const contactTells = sharesContact(reward, row) && !has(A_RELATIVE);
    if (contactTells) return true;
    const isNear = daysApart(reward, row) <= NEAR_DAYS;
    const nameIsRead = lettersInCommon(reward.customerName, row.customerName) >= READABLE_FROM;
    if (has(NO_NAME)) return amountTells && isNear && !isCommonAmount(reward.amountCents);
    if (has(HALF_A_NAME)) return amountTells && isNear && nameIsRead;
    return nameIsRead || (amountTells && isNear && !isCommonAmount(reward.amountCents));
  });
}

/** Loyalty denominations: many rows of a day carry the same. */
export const isCommonAmount = (cents: number): boolean => cents % 500 === 0 && cents <= 15_000;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function sharesCode(a: Transaction, b: Transaction): boolean {
  if (a.reference === undefined || b.reference === undefined) return false;
  return digitsOf(a.reference) === digitsOf(b.reference);
}

function sharesContact(a: Transaction, b: Transaction): boolean {
  const phone = (row: Transaction): string => digitsOf(row.customerPhone ?? '').slice(-10);
  const email = (row: Transaction): string => (row.customerEmail ?? '').toLowerCase();
  return (
    (phone(a).length === 10 && phone(a) === phone(b)) || (email(a).includes('@') && email(a) === email(b))
  );
}

/** Infinite where a date is missing. */
function daysApart(a: Transaction, b: Transaction): number {
  if (a.date === undefined || b.date === undefined) return Number.POSITIVE_INFINITY;
  return Math.abs(Date.parse(a.date.slice(0, 10)) - Date.parse(b.date.slice(0, 10))) / MS_PER_DAY;
}

/** Share of the shorter name's letter pairs that the other has too, word by word and in any order. */
function lettersInCommon(a: string | undefined, b: string | undefined): number {
  const one = letterPairs(a ?? '');
  const other = letterPairs(b ?? '');
  const fewer = Math.min(one.size, other.size);
  if (fewer === 0) return 0;
  let both = 0;
  for (const pair of one) if (other.has(pair)) both++;
  return both / fewer;
}

function letterPairs(name: string): Set<string> {
  const pairs = new Set<string>();
  for (const word of name.split(/[\s,.'-]+/)) {
    const letters = mailLetters(word);
    for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2));
  }
  return pairs;
}
