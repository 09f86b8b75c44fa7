// Patient names: parts in any order, nicknames, initials, sound, spelling, and how rare what agrees is.
import { type Feature, type Measure, MISSING, type Records } from '../domain.ts';
import { nameAligner } from './align-names.ts';
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

export function measureNames(records: Records): Measure {
  const { names, tokens, rewards, pos } = records;
  const align = nameAligner(names, tokenComparer(tokens));
  const rarity = (level: number, a: number, b: number, logShare: Float64Array): number =>
    level >= TokenLevel.sound ? -Math.max(logShare[a]!, logShare[b]!) : 0;

  return (r, p, out, at) => {
    const a = rewards.name[r]!;
    const b = pos.name[p]!;
    if (a === MISSING || b === MISSING) {
      out.fill(Number.NaN, at, at + NAME_FEATURES.length);
      return;
    }
    const found = align(a, b);
    const hasSurnames = !Number.isNaN(found.surnameLevel);
    out[at] = found.givenLevel;
    out[at + 1] = found.givenSimilarity;
    out[at + 2] = rarity(found.givenLevel, found.givenA, found.givenB, tokens.logShareAsGiven);
    out[at + 3] = found.surnameLevel;
    out[at + 4] = found.surnameSimilarity;
    out[at + 5] = hasSurnames
      ? rarity(found.surnameLevel, found.surnameA, found.surnameB, tokens.logShareAsSurname)
      : Number.NaN;
    out[at + 6] = diceOfPairs(
      names.bigrams,
      names.bigramStart[a]!,
      names.bigramStart[a + 1]!,
      names.bigramStart[b]!,
      names.bigramStart[b + 1]!,
    );
    out[at + 7] = hasSurnames ? Number(found.swapped) : Number.NaN;
    out[at + 8] = found.middleLevel;
    const lengthA = names.start[a + 1]! - names.start[a]!;
    const lengthB = names.start[b + 1]! - names.start[b]!;
    out[at + 9] = Math.abs(lengthA - lengthB);
    const bothSuffixed = names.suffix[a] !== 0 && names.suffix[b] !== 0;
    out[at + 10] = bothSuffixed ? Number(names.suffix[a] === names.suffix[b]) : Number.NaN;
  };
}
