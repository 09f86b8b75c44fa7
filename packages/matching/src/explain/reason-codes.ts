// Which exceptions a pair of rows shows, in the codes of the glossary.
import type { ExceptionCode } from '@medspasync/schemas';
import {
  type Compared,
  type Comparison,
  knownPair,
  MISSING,
  NO_DAY,
  NOT_KNOWN,
  type Records,
} from '../domain.ts';
import { type FeatureOfPair, featureReader } from './feature-reader.ts';

/** What the comparisons found in a pair that a person should know. */
export interface PairFindings {
  /** Codes of a matched or doubted pair, beyond those of its group. */
  codesOf(pair: number): ExceptionCode[];
  /** True when neither the amounts nor a code say that the rows are the same money. Exact sums are not asked here. */
  isAmountOpen(pair: number): boolean;
  /** True when the first names are two names, or the last names are and no phone, e-mail or code speaks for the pair. */
  isNameOpen(pair: number): boolean;
  /** True for names that a person said are of two members of a family. */
  isKnownHousehold(pair: number): boolean;
}

/** Portal entries up to this many days after the visit are ordinary. */
const ORDINARY_LAG_DAYS = 5;
/** Token levels below this are not the same name (see the name comparison). */
const SAME_NAME_LEVEL = 3;
/** Token levels below this have nothing in common, not even an initial. */
const LIKE_NAME_LEVEL = 1;
const SAME_PHONE_LEVEL = 3;
const SAME_MAILBOX_LEVEL = 2;
const SAME_CODE_LEVEL = 2;
const SAME_PLACE_SIMILARITY = 0.8;
/** A POS row this many times the reward is an invoice the reward is a part of. */
const PART_OF_INVOICE_FACTOR = 1.3;

/** Amounts within this share of each other agree: a tip, a tax, a rounding. */
const NEAR_SHARE = 0.05;

export function pairFindings(
  records: Records,
  compared: Compared,
  comparisons: readonly Comparison[],
): PairFindings {
  const { rewards, pos } = records;
  const { candidates } = compared;
  const featureOf = featureReader(compared, comparisons);
  const nameCodeOf = nameCodes(featureOf);
  const programLevel = featureOf('program_level');
  const locationSimilarity = featureOf('location_similarity');
  const codeLevel = featureOf('code_level');
  const givenLevel = featureOf('given_level');
  const surnameLevel = featureOf('surname_level');
  const phoneLevel = featureOf('phone_level');
  const emailLevel = featureOf('email_level');
  const isKnownHousehold = (pair: number): boolean => {
    const names = knownPair(
      records.known,
      rewards.name[candidates.reward[pair]!]!,
      pos.name[candidates.pos[pair]!]!,
    );
    return names !== NOT_KNOWN && records.known.household[names] === 1;
  };

  return {
    isKnownHousehold,
    codesOf: (pair) => {
      const r = candidates.reward[pair]!;
      const p = candidates.pos[pair]!;
      const codes: ExceptionCode[] = [];
      const reward = rewards.amountCents[r]!;
      const sale = pos.amountCents[p]!;
      if (sale > reward * PART_OF_INVOICE_FACTOR) codes.push('PARTIAL');
      else if (sale !== reward) codes.push('AMOUNT_DIFF');
      const nameCode = isKnownHousehold(pair) ? 'HOUSEHOLD' : nameCodeOf(pair);
      if (nameCode !== null) codes.push(nameCode);
      const lag = rewards.day[r]! - pos.day[p]!;
      const dated = rewards.day[r] !== NO_DAY && pos.day[p] !== NO_DAY;
      if (dated && (lag > ORDINARY_LAG_DAYS || lag < 0)) codes.push('DATE_LAG');
      if (programLevel(pair) === 0) {
        const bothStated = rewards.program[r] !== MISSING && pos.program[p] !== MISSING;
        codes.push(bothStated ? 'WRONG_PROGRAM' : 'INELIGIBLE_PRODUCT');
      }
      if (locationSimilarity(pair) < SAME_PLACE_SIMILARITY) codes.push('WRONG_LOCATION');
      return codes;
    },
    isNameOpen: (pair) => {
      if (codeLevel(pair) >= SAME_CODE_LEVEL) return false;
      if (givenLevel(pair) < LIKE_NAME_LEVEL) return true;
      const hasContact = phoneLevel(pair) === SAME_PHONE_LEVEL || emailLevel(pair) >= SAME_MAILBOX_LEVEL;
      return surnameLevel(pair) < LIKE_NAME_LEVEL && !hasContact;
    },
    isAmountOpen: (pair) => {
      const reward = rewards.amountCents[candidates.reward[pair]!]!;
      const sale = pos.amountCents[candidates.pos[pair]!]!;
      const isNear = Math.abs(reward - sale) <= NEAR_SHARE * Math.max(reward, sale);
      return !isNear && !(codeLevel(pair) >= SAME_CODE_LEVEL);
    },
  };
}

function nameCodes(featureOf: (name: string) => FeatureOfPair): (pair: number) => ExceptionCode | null {
  const givenLevel = featureOf('given_level');
  const surnameLevel = featureOf('surname_level');
  const phoneLevel = featureOf('phone_level');
  return (pair) => {
    const givenAgrees = !(givenLevel(pair) < SAME_NAME_LEVEL);
    const surnameAgrees = !(surnameLevel(pair) < SAME_NAME_LEVEL);
    if (givenAgrees && surnameAgrees) return null;
    return phoneLevel(pair) === SAME_PHONE_LEVEL && surnameAgrees ? 'HOUSEHOLD' : 'NAME_MISMATCH';
  };
}
