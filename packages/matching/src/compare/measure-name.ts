// Patient names: parts in any order, nicknames, initials, sound, spelling, and how rare what agrees is.
import { type Feature, knownPair, type Measure, MISSING, NOT_KNOWN, type Records } from '../domain.ts';
import { NameAligner } from './align-names.ts';
import { TokenLevel } from './compare-tokens.ts';
import { diceOfPairs } from './dice.ts';

export const NAME_FEATURES: readonly Feature[] = [
  { name: 'given_level', direction: 1 },
  { name: 'given_similarity', direction: 1 },
  { name: 'given_rarity', direction: 1 },
  { name: 'surname_level', direction: 1 },
  { name: 'surname_similarity', direction: 1 },
  { name: 'surname_rarity', direction: 1 },
  { name: 'letters_in_common', direction: 1 },
  { name: 'parts_swapped', direction: 0 },
  { name: 'middle_level', direction: 1 },
  { name: 'parts_more', direction: -1 },
  { name: 'suffix_agrees', direction: 1 },
];

export function measureNames(records: Records): Measure {
  const { names, tokens, rewards, pos, known } = records;
  const aligner = new NameAligner(names, tokens);
  const { logShareAsGiven, logShareAsSurname } = tokens;

  /** Minus the log share of the commoner token; once swapped, of the commoner part it may be. */
  const rarityOf = (level: number, a: number, b: number, asGiven: boolean, asSurname: boolean): number => {
    if (!(level >= TokenLevel.sound)) return 0;
    let share = Number.NEGATIVE_INFINITY;
    if (asGiven) share = Math.max(share, logShareAsGiven[a]!, logShareAsGiven[b]!);
    if (asSurname) share = Math.max(share, logShareAsSurname[a]!, logShareAsSurname[b]!);
    return -share;
  };

  const measure = (a: number, b: number, out: Float32Array, at: number): void => {
    const found = aligner.align(a, b);
    const { givenLevel, surnameLevel, givenSimilarity, surnameSimilarity, swapped } = found;
    const givenRarity = rarityOf(givenLevel, found.givenA, found.givenB, true, swapped);
    const surnameRarity = Number.isNaN(surnameLevel)
      ? Number.NaN
      : rarityOf(surnameLevel, found.surnameA, found.surnameB, swapped, true);
    // Once swapped, which part is the given name depends on the side one asks: the better one is called so.
    const surnameLeads =
      swapped &&
      (surnameLevel - givenLevel || surnameSimilarity - givenSimilarity || surnameRarity - givenRarity) > 0;
    const givenAt = surnameLeads ? at + 3 : at;
    const surnameAt = surnameLeads ? at : at + 3;
    out[givenAt] = givenLevel;
    out[givenAt + 1] = givenSimilarity;
    out[givenAt + 2] = givenRarity;
    out[surnameAt] = surnameLevel;
    out[surnameAt + 1] = surnameSimilarity;
    out[surnameAt + 2] = surnameRarity;
    out[at + 6] = diceOfPairs(
      names.bigrams,
      names.bigramStart[a]!,
      names.bigramStart[a + 1]!,
      names.bigramStart[b]!,
      names.bigramStart[b + 1]!,
    );
    out[at + 7] = Number.isNaN(found.surnameLevel) ? Number.NaN : Number(found.swapped);
    out[at + 8] = found.middleLevel;
    const lengthA = names.start[a + 1]! - names.start[a]!;
    const lengthB = names.start[b + 1]! - names.start[b]!;
    out[at + 9] = Math.abs(lengthA - lengthB);
    const bothSuffixed = names.suffix[a] !== 0 && names.suffix[b] !== 0;
    out[at + 10] = bothSuffixed ? Number(names.suffix[a] === names.suffix[b]) : Number.NaN;
  };

  const own = new Float32Array(NAME_FEATURES.length);
  /** Two names of which one is known to stand for the other agree as each does with itself, and are as rare as the commoner. */
  const measureAsOne = (a: number, b: number, out: Float32Array, at: number): void => {
    measure(a, a, out, at);
    measure(b, b, own, 0);
    for (let f = 0; f < own.length; f++) out[at + f] = Math.min(out[at + f]!, own[f]!);
  };

  return (r, p, out, at) => {
    const a = rewards.name[r]!;
    const b = pos.name[p]!;
    if (a === MISSING || b === MISSING) out.fill(Number.NaN, at, at + NAME_FEATURES.length);
    else if (knownPair(known, a, b) === NOT_KNOWN) measure(a, b, out, at);
    else measureAsOne(a, b, out, at);
  };
}
