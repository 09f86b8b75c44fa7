// Why two names ask for a person although the sum is sure: two people may bear them, whatever the amounts and days say.
import { hasForms, MISSING, NameKin, nameKin, type Records } from '../domain.ts';
import type { FeatureOfPair } from './feature-reader.ts';

export interface NameDoubts {
  /** True when the first names, and when the last names, say one person. */
  givenAgrees(pair: number): boolean;
  /** True when one first name is the other's first letter or two: nobody else is named. */
  isCutShort(pair: number): boolean;
  surnameAgrees(pair: number): boolean;
  /** In words; null where the names leave nothing to ask. */
  doubtOf(pair: number): string | null;
  /** True when the first names share nothing, and no phone, e-mail or code speaks for one person all the same. */
  areTwoPeople(pair: number): boolean;
}

/** Levels of the name comparison: nothing in common, alike, an initial, sound, spelling, a familiar form. */
const ALIKE = 1;
const INITIAL = 2;
const SOUND = 3;
const SPELLING = 4;
const FORM = 5;

/** Up to this level two phones are two: one pair in 10,000 ends alike by chance, and a family's often do. */
export const ENDS_ALIKE = 1;

/** Names that only sound alike are one name from this Jaro–Winkler similarity on: Philip and Filip, but not John and Jane. */
const NEAR_SPELLING = 0.82;
/** The same of last names, which are read off a document more than they are heard: Kim and Kahn are two. */
const NEAR_SURNAME = 0.7;
/** Two forms of a third name, from here on: Kathy and Katie, but not Liz and Beth. */
const NEAR_FORMS = 0.7;
/** A first name this similar to another may be that name, mistyped. */
const MISTYPED_FROM = 0.6;

/** Minus the natural logarithm of a share: a name that more than one in 400 bear. */
const COMMON_BELOW = 6;

/** What front desks write for whoever comes: "Walk In", "Test Patient", "New Client". */
const PLACEHOLDERS = new Set(
  'walk in walkin test patient pt guest client new vip spouse staff employee'.split(' '),
);

/** Equal money on a day tells whose it is where fewer than this many sales of the book would share both by chance. */
const CHANCE_BELOW = 0.01;
/** A book of less is taken for one of so many sales: what is not in it may be in the next. */
const ORDINARY_BOOK = 2000;

const ASKS = 'approved by a person only';
const DIFFERENT = `Names differ: ${ASKS}`;

export function nameDoubts(
  { rewards, pos, names, tokens }: Records,
  candidates: { reward: Int32Array; pos: Int32Array },
  featureOf: (name: string) => FeatureOfPair,
): NameDoubts {
  const givenLevel = featureOf('given_level');
  const givenSimilarity = featureOf('given_similarity');
  const givenRarity = featureOf('given_rarity');
  const surnameRarity = featureOf('surname_rarity');
  const surnameLevel = featureOf('surname_level');
  const surnameSimilarity = featureOf('surname_similarity');
  const suffixAgrees = featureOf('suffix_agrees');
  const phoneLevel = featureOf('phone_level');
  const emailLevel = featureOf('email_level');
  const codeLevel = featureOf('code_level');
  const amountRarity = featureOf('amount_rarity');
  const nearnessRarity = featureOf('nearness_rarity');

  const isConfirmed = (pair: number): boolean =>
    phoneLevel(pair) === 3 || emailLevel(pair) >= 2 || codeLevel(pair) >= 2;
  const soundsOnly = (pair: number): boolean =>
    givenLevel(pair) === SOUND && givenSimilarity(pair) < NEAR_SPELLING;
  const surnameSoundsOnly = (pair: number): boolean =>
    surnameLevel(pair) === SOUND && surnameSimilarity(pair) < NEAR_SURNAME;
  const firstOfReward = (pair: number): number =>
    names.tokens[names.start[rewards.name[candidates.reward[pair]!]!]!]!;
  const firstOfPos = (pair: number): number => names.tokens[names.start[pos.name[candidates.pos[pair]!]!]!]!;
  const areTwoForms = (pair: number): boolean => {
    if (givenLevel(pair) !== FORM || givenSimilarity(pair) >= NEAR_FORMS) return false;
    return nameKin(tokens, firstOfReward(pair), firstOfPos(pair)) === NameKin.formsOfAThird;
  };
  /** Daniel and Danielle are spelled alike, but each is a name of its own. */
  const areTwoNames = (pair: number): boolean => {
    const level = givenLevel(pair);
    if (level !== SPELLING && level !== SOUND) return false;
    return hasForms(tokens, firstOfReward(pair)) && hasForms(tokens, firstOfPos(pair));
  };
  /** A price to the cent on its day is as good as a code: nobody else's sale has both. */
  const moneyTells = (pair: number): boolean => {
    const chance = Math.exp(-amountRarity(pair) - (nearnessRarity(pair) || 0));
    return amountRarity(pair) > 0 && Math.max(ORDINARY_BOOK, pos.members.length) * chance < CHANCE_BELOW;
  };
  /** A single word, or nothing but initials. */
  const isHalf = (pair: number): boolean =>
    Number.isNaN(surnameLevel(pair)) || (givenLevel(pair) === INITIAL && surnameLevel(pair) === INITIAL);
  /** Of another phone, and a first or last name that many bear. */
  const isCommonWithAnotherPhone = (pair: number): boolean =>
    phoneLevel(pair) <= ENDS_ALIKE && Math.min(givenRarity(pair), surnameRarity(pair)) < COMMON_BELOW;
  const isNobodys = (pair: number): boolean =>
    isNobody(rewards.name[candidates.reward[pair]!]!) || isNobody(pos.name[candidates.pos[pair]!]!);
  const isNobody = (name: number): boolean => {
    if (name === MISSING) return true;
    for (let i = names.start[name]!; i < names.start[name + 1]!; i++)
      if (!PLACEHOLDERS.has(tokens.text[names.tokens[i]!]!)) return false;
    return true;
  };

  return {
    givenAgrees: (pair) =>
      !(givenLevel(pair) < SOUND) && !soundsOnly(pair) && !areTwoNames(pair) && suffixAgrees(pair) !== 0,
    isCutShort: (pair) => {
      if (givenLevel(pair) !== ALIKE) return givenLevel(pair) === INITIAL;
      const a = firstOfReward(pair);
      const b = firstOfPos(pair);
      return isStump(tokens, a, tokens.text[b]!) || isStump(tokens, b, tokens.text[a]!);
    },
    surnameAgrees: (pair) => !(surnameLevel(pair) < SOUND),
    doubtOf: (pair) => {
      if (suffixAgrees(pair) === 0) return `Generations differ: ${ASKS}`;
      if (soundsOnly(pair)) return `First names only sound alike: ${ASKS}`;
      if (areTwoNames(pair)) return `First names are spelled alike, but are two: ${ASKS}`;
      if (codeLevel(pair) >= 2) return null;
      if (givenLevel(pair) < ALIKE) return DIFFERENT;
      if (isConfirmed(pair)) return null;
      if (isNobodys(pair)) return `Nobody’s name: ${ASKS}`;
      if (surnameLevel(pair) < ALIKE) return DIFFERENT;
      if (surnameSoundsOnly(pair) && !moneyTells(pair)) return `Last names only sound alike: ${ASKS}`;
      if (givenLevel(pair) === ALIKE && !moneyTells(pair)) return DIFFERENT;
      if (areTwoForms(pair)) return `First names may be short for different names: ${ASKS}`;
      if (isHalf(pair) && !moneyTells(pair)) return `Half a name: ${ASKS}`;
      return isCommonWithAnotherPhone(pair) ? `A common name with another phone: ${ASKS}` : null;
    },
    areTwoPeople: (pair) =>
      givenLevel(pair) < ALIKE &&
      !isConfirmed(pair) &&
      givenSimilarity(pair) < MISTYPED_FROM &&
      !isNobodys(pair),
  };
}

/** "Ju" of Juliet, but not Jo of Joseph: that is a name. */
const isStump = ({ text, groupStart }: Records['tokens'], token: number, whole: string): boolean =>
  text[token]!.length === 2 && whole.startsWith(text[token]!) && groupStart[token] === groupStart[token + 1];
