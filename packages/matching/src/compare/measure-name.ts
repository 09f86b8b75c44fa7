// Patient names: parts in any order, nicknames, initials, sound, spelling, and how rare what agrees is.
import { type Feature, type Measure, MISSING, type Records } from '../domain.ts';
import { type NameAlignment, nameAligner } from './align-names.ts';
import { TokenLevel, tokenComparer } from './compare-tokens.ts';
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

/** One part of a name: how well it agrees, and how rare what agrees is. */
interface PartValues {
  level: number;
  similarity: number;
  rarity: number;
}

export function measureNames(records: Records): Measure {
  const { names, tokens, rewards, pos } = records;
  const align = nameAligner(names, tokens, tokenComparer(tokens));
  const { logShareAsGiven, logShareAsSurname } = tokens;

  const partsOf = (found: NameAlignment): [PartValues, PartValues] => {
    const rarityOf = (level: number, a: number, b: number, shares: readonly Float64Array[]): number =>
      level >= TokenLevel.sound ? -Math.max(...shares.flatMap((share) => [share[a]!, share[b]!])) : 0;
    const shares = found.swapped ? [logShareAsGiven, logShareAsSurname] : null;
    const given = {
      level: found.givenLevel,
      similarity: found.givenSimilarity,
      rarity: rarityOf(found.givenLevel, found.givenA, found.givenB, shares ?? [logShareAsGiven]),
    };
    const surname = {
      level: found.surnameLevel,
      similarity: found.surnameSimilarity,
      rarity: Number.isNaN(found.surnameLevel)
        ? Number.NaN
        : rarityOf(found.surnameLevel, found.surnameA, found.surnameB, shares ?? [logShareAsSurname]),
    };
    // Once swapped, which part is the given name depends on the side one asks: the better one is called so.
    return found.swapped && isBetter(surname, given) ? [surname, given] : [given, surname];
  };

  return (r, p, out, at) => {
    const a = rewards.name[r]!;
    const b = pos.name[p]!;
    if (a === MISSING || b === MISSING) {
      out.fill(Number.NaN, at, at + NAME_FEATURES.length);
      return;
    }
    const found = align(a, b);
    const [given, surname] = partsOf(found);
    out[at] = given.level;
    out[at + 1] = given.similarity;
    out[at + 2] = given.rarity;
    out[at + 3] = surname.level;
    out[at + 4] = surname.similarity;
    out[at + 5] = surname.rarity;
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
}

const isBetter = (a: PartValues, b: PartValues): boolean =>
  (a.level - b.level || a.similarity - b.similarity || a.rarity - b.rarity) > 0;
