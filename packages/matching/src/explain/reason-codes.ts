// Which exceptions a pair of rows shows, in the codes of the glossary.
import type { ExceptionCode } from '@medspasync/schemas';
import { MISSING, NO_DAY, type Records } from '../domain.ts';

/** What a pair's features say that a person should know, by feature name; NaN where a side is missing. */
export type FeatureOf = (name: string) => number;

/** Portal entries up to this many days after the visit are ordinary. */
const ORDINARY_LAG_DAYS = 5;
/** Token levels below this are not the same name (see the name comparison). */
const SAME_NAME_LEVEL = 3;
const SAME_PHONE_LEVEL = 3;
const SAME_CODE_LEVEL = 2;
const SAME_PLACE_SIMILARITY = 0.8;
/** A POS row this many times the reward is an invoice the reward is a part of. */
const PART_OF_INVOICE_FACTOR = 1.3;

/** Codes of a matched or doubted pair, beyond those of its group. */
export function pairCodes(records: Records, r: number, p: number, featureOf: FeatureOf): ExceptionCode[] {
  const { rewards, pos } = records;
  const codes: ExceptionCode[] = [];
  const reward = rewards.amountCents[r]!;
  const sale = pos.amountCents[p]!;
  if (sale > reward * PART_OF_INVOICE_FACTOR) codes.push('PARTIAL');
  else if (sale !== reward) codes.push('AMOUNT_DIFF');
  codes.push(...nameCodes(featureOf));
  const lag = rewards.day[r]! - pos.day[p]!;
  const dated = rewards.day[r] !== NO_DAY && pos.day[p] !== NO_DAY;
  if (dated && (lag > ORDINARY_LAG_DAYS || lag < 0)) codes.push('DATE_LAG');
  if (featureOf('program_level') === 0) {
    const bothStated = rewards.program[r] !== MISSING && pos.program[p] !== MISSING;
    codes.push(bothStated ? 'WRONG_PROGRAM' : 'INELIGIBLE_PRODUCT');
  }
  if (featureOf('location_similarity') < SAME_PLACE_SIMILARITY) codes.push('WRONG_LOCATION');
  return codes;
}

/** Amounts within this share of each other agree: a tip, a tax, a rounding. */
const NEAR_SHARE = 0.05;

/** True when neither the amounts nor a code say that the rows are the same money. Exact sums are not asked here. */
export function isAmountOpen(records: Records, r: number, p: number, featureOf: FeatureOf): boolean {
  const reward = records.rewards.amountCents[r]!;
  const sale = records.pos.amountCents[p]!;
  const isNear = Math.abs(reward - sale) <= NEAR_SHARE * Math.max(reward, sale);
  return !isNear && !(featureOf('code_level') >= SAME_CODE_LEVEL);
}

function nameCodes(featureOf: FeatureOf): ExceptionCode[] {
  const givenAgrees = !(featureOf('given_level') < SAME_NAME_LEVEL);
  const surnameAgrees = !(featureOf('surname_level') < SAME_NAME_LEVEL);
  if (givenAgrees && surnameAgrees) return [];
  const samePhone = featureOf('phone_level') === SAME_PHONE_LEVEL;
  return [samePhone && surnameAgrees ? 'HOUSEHOLD' : 'NAME_MISMATCH'];
}
