// Which exceptions a pair of rows shows, in the codes of the glossary.
import type { ExceptionCode } from '@medspasync/schemas';
import {
  type Compared,
  type Comparison,
  knownPair,
  MISSING,
  NO_DAY,
  NOT_KNOWN,
  ordinaryLagDays,
  type Records,
} from '../domain.ts';
import { featureReader } from './feature-reader.ts';
import { areNear, emptyDoubtOf, programDoubtOf, shortfallIn } from './money-doubts.ts';
import { ENDS_ALIKE, nameDoubts } from './name-doubts.ts';
import { parkedServices } from './parked-services.ts';

/** What the comparisons found in a pair that a person should know. */
export interface PairFindings {
  /** Codes of a matched or doubted pair, beyond those of its group: `isSum` when the amounts add up to the cent together. */
  codesOf(pair: number, isSum?: boolean): ExceptionCode[];
  /** True when neither the amounts nor a code say that the rows are the same money. Exact sums are not asked here. */
  isAmountOpen(pair: number): boolean;
  /** What asks for a person whatever the sum, in words: two people's names, a sale short of the reward, another program. */
  doubtOf(pair: number, isSum?: boolean): string | null;
  /** True for two people's rows: first names that share nothing, and neither the money nor the phone is the same. */
  areTwoPeople(pair: number, isSum?: boolean): boolean;
  /** True for names that a person said are of two members of a family. */
  isKnownHousehold(pair: number): boolean;
}

const SAME_PHONE_LEVEL = 3;
const SAME_CODE_LEVEL = 2;
const ONE_SLIP = 1;
/** Points and certificates come in steps of $5. */
const ROUND_CENTS = 500;
const SAME_PLACE_SIMILARITY = 0.8;
/** A POS row this many times the reward is an invoice the reward is a part of. */
const PART_OF_INVOICE_FACTOR = 1.3;

export function pairFindings(
  records: Records,
  compared: Compared,
  comparisons: readonly Comparison[],
): PairFindings {
  const { rewards, pos, terms } = records;
  const { candidates } = compared;
  const featureOf = featureReader(compared, comparisons);
  const names = nameDoubts(records, candidates, featureOf);
  const programLevel = featureOf('program_level');
  const locationSimilarity = featureOf('location_similarity');
  const codeLevel = featureOf('code_level');
  const phoneLevel = featureOf('phone_level');
  const amountSlips = featureOf('amount_slips');
  const isParked = parkedServices(records.services);
  const nameCodeOf = (pair: number): ExceptionCode | null => {
    const surnameAgrees = names.surnameAgrees(pair);
    if (surnameAgrees && names.givenAgrees(pair)) return null;
    const sharesPhone = surnameAgrees && phoneLevel(pair) === SAME_PHONE_LEVEL;
    // A letter or two name nobody else of the family.
    if (sharesPhone && names.isCutShort(pair)) return null;
    return sharesPhone ? 'HOUSEHOLD' : 'NAME_MISMATCH';
  };
  const programCodeOf = (pair: number): ExceptionCode | null => {
    if (programLevel(pair) !== 0) return null;
    const bothStated =
      rewards.program[candidates.reward[pair]!] !== MISSING && pos.program[candidates.pos[pair]!] !== MISSING;
    return bothStated ? 'WRONG_PROGRAM' : 'INELIGIBLE_PRODUCT';
  };
  const isAmountOpen = (pair: number): boolean => {
    const reward = rewards.amountCents[candidates.reward[pair]!]!;
    const sale = pos.amountCents[candidates.pos[pair]!]!;
    return !areNear(reward, sale) && !(codeLevel(pair) >= SAME_CODE_LEVEL);
  };
  /** One slip makes $40 of $60, too: only of prices it tells. */
  const isPriceMistyped = (pair: number): boolean =>
    amountSlips(pair) === ONE_SLIP && rewards.amountCents[candidates.reward[pair]!]! % ROUND_CENTS !== 0;
  const isKnownHousehold = (pair: number): boolean => {
    const known = knownPair(
      records.known,
      rewards.name[candidates.reward[pair]!]!,
      pos.name[candidates.pos[pair]!]!,
    );
    return known !== NOT_KNOWN && records.known.household[known] === 1;
  };

  return {
    isKnownHousehold,
    codesOf: (pair, isSum = false) => {
      const r = candidates.reward[pair]!;
      const p = candidates.pos[pair]!;
      const codes: ExceptionCode[] = [];
      if (isParked(pos.service[p]!)) codes.push('PARKED_BALANCE');
      const amountCode = isSum ? null : amountCodeOf(rewards.amountCents[r]!, pos.amountCents[p]!);
      if (amountCode !== null) codes.push(amountCode);
      const nameCode = isKnownHousehold(pair) ? 'HOUSEHOLD' : nameCodeOf(pair);
      if (nameCode !== null) codes.push(nameCode);
      const visitedOn = pos.day[p]!;
      const lag = rewards.day[r]! - visitedOn;
      const dated = rewards.day[r] !== NO_DAY && visitedOn !== NO_DAY;
      if (dated && (lag < 0 || lag > ordinaryLagDays(terms, rewards.program[r]!, visitedOn)))
        codes.push('DATE_LAG');
      const programCode = programCodeOf(pair);
      if (programCode !== null) codes.push(programCode);
      if (locationSimilarity(pair) < SAME_PLACE_SIMILARITY) codes.push('WRONG_LOCATION');
      return codes;
    },
    doubtOf: (pair, isSum = false) => {
      const reward = rewards.amountCents[candidates.reward[pair]!]!;
      const sale = pos.amountCents[candidates.pos[pair]!]!;
      return (
        names.doubtOf(pair) ??
        emptyDoubtOf(reward) ??
        (isSum ? null : shortfallIn(reward, sale)) ??
        programDoubtOf(programCodeOf(pair))
      );
    },
    isAmountOpen,
    areTwoPeople: (pair, isSum = false) =>
      names.areTwoPeople(pair) &&
      (phoneLevel(pair) <= ENDS_ALIKE || (!isSum && isAmountOpen(pair) && !isPriceMistyped(pair))),
  };
}

function amountCodeOf(reward: number, sale: number): ExceptionCode | null {
  if (sale > reward * PART_OF_INVOICE_FACTOR) return 'PARTIAL';
  return sale === reward ? null : 'AMOUNT_DIFF';
}
