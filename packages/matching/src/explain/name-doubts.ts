// Why two names ask for a person although the sum is sure: two people may bear them, whatever the amounts and days say.
import { MISSING, NameKin, nameKin, type Records } from '../domain.ts';
import type { FeatureOfPair } from './feature-reader.ts';

export interface NameDoubts {
  /** True when the first names, and when the last names, say one person. */
  givenAgrees(pair: number): boolean;
  surnameAgrees(pair: number): boolean;
  /** In words; null where the names leave nothing to ask. */
  doubtOf(pair: number): string | null;
}

/** Levels of the name comparison: nothing in common, alike, an initial, sound, spelling, a familiar form. */
const ALIKE = 1;
const INITIAL = 2;
const SOUND = 3;
const FORM = 5;

/** Names that only sound alike are one name from this Jaro–Winkler similarity on: Philip and Filip, but not John and Jane. */
const NEAR_SPELLING = 0.82;
/** Two forms of a third name, from here on: Kathy and Katie, but not Liz and Beth. */
const NEAR_FORMS = 0.7;

/** Minus the natural logarithm of a share: a name that more than one in 400 bear. */
const COMMON_BELOW = 6;

/** What front desks write for whoever comes: "Walk In", "Test Patient", "New Client". */
const PLACEHOLDERS = new Set(
  'walk in walkin test patient pt guest client new vip spouse staff employee'.split(' '),
);

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
  const suffixAgrees = featureOf('suffix_agrees');
  const phoneLevel = featureOf('phone_level');
  const emailLevel = featureOf('email_level');
  const codeLevel = featureOf('code_level');

  const isConfirmed = (pair: number): boolean =>
    phoneLevel(pair) === 3 || emailLevel(pair) >= 2 || codeLevel(pair) >= 2;
  const soundsOnly = (pair: number): boolean =>
    givenLevel(pair) === SOUND && givenSimilarity(pair) < NEAR_SPELLING;
  const areTwoForms = (pair: number): boolean => {
    if (givenLevel(pair) !== FORM || givenSimilarity(pair) >= NEAR_FORMS) return false;
    const a = names.start[rewards.name[candidates.reward[pair]!]!]!;
    const b = names.start[pos.name[candidates.pos[pair]!]!]!;
    return nameKin(tokens, names.tokens[a]!, names.tokens[b]!) === NameKin.formsOfAThird;
  };
  /** A single word, or nothing but initials. */
  const isHalf = (pair: number): boolean =>
    Number.isNaN(surnameLevel(pair)) || (givenLevel(pair) === INITIAL && surnameLevel(pair) === INITIAL);
  /** Of a phone that agrees in nothing, and a first or last name that many bear. */
  const isCommonWithAnotherPhone = (pair: number): boolean =>
    phoneLevel(pair) === 0 && Math.min(givenRarity(pair), surnameRarity(pair)) < COMMON_BELOW;
  const isNobody = (name: number): boolean => {
    if (name === MISSING) return true;
    for (let i = names.start[name]!; i < names.start[name + 1]!; i++)
      if (!PLACEHOLDERS.has(tokens.text[names.tokens[i]!]!)) return false;
    return true;
  };

  return {
    givenAgrees: (pair) => !(givenLevel(pair) < SOUND) && !soundsOnly(pair) && suffixAgrees(pair) !== 0,
    surnameAgrees: (pair) => !(surnameLevel(pair) < SOUND),
    doubtOf: (pair) => {
      if (suffixAgrees(pair) === 0) return `Generations differ: ${ASKS}`;
      if (soundsOnly(pair)) return `First names only sound alike: ${ASKS}`;
      if (codeLevel(pair) >= 2) return null;
      if (givenLevel(pair) < ALIKE) return DIFFERENT;
      if (isConfirmed(pair)) return null;
      if (isNobody(rewards.name[candidates.reward[pair]!]!) || isNobody(pos.name[candidates.pos[pair]!]!))
        return `Nobody’s name: ${ASKS}`;
      if (givenLevel(pair) === ALIKE || surnameLevel(pair) < ALIKE) return DIFFERENT;
      if (areTwoForms(pair)) return `First names may be short for different names: ${ASKS}`;
      if (isHalf(pair)) return `Half a name: ${ASKS}`;
      return isCommonWithAnotherPhone(pair) ? `A common name with another phone: ${ASKS}` : null;
    },
  };
}
