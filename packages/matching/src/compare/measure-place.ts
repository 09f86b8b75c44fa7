// Who treated and where: weak alone, and worth less the fewer providers and locations a job has.
import { type Feature, type Measure, MISSING, type Records, type TextTable } from '../domain.ts';
import { diceOfTexts } from './dice.ts';
import { pairMemo } from './pair-memo.ts';

export const PLACE_FEATURES: readonly Feature[] = [
  { name: 'provider_similarity', direction: 1 },
  { name: 'provider_rarity', direction: 1 },
  { name: 'location_similarity', direction: 1 },
  { name: 'location_rarity', direction: 1 },
];

/** One text says all that the other says: "Lee" and "Amanda Lee". */
const CONTAINED = 0.9;
/** From here on two writings name the same person or place. */
export const SAME_PLACE_FROM = 0.8;

/** Similarity in [0, 1] of two providers or two locations. */
export function placeSimilarity(a: string, b: string): number {
  const dice = diceOfTexts(a, b);
  const wordsA = a.split(' ');
  const wordsB = b.split(' ');
  // Of texts equally long, either may say all: the answer must not depend on which comes first.
  const contained =
    (wordsA.length <= wordsB.length && saysAllOf(wordsB, wordsA)) ||
    (wordsB.length <= wordsA.length && saysAllOf(wordsA, wordsB));
  return contained ? Math.max(dice, CONTAINED) : dice;
}

/** Whether each of `words` is among `more`, in full or as an initial. */
const saysAllOf = (more: readonly string[], words: readonly string[]): boolean =>
  words.every((word) =>
    more.some(
      (other) => other === word || (Math.min(word.length, other.length) === 1 && other[0] === word[0]),
    ),
  );

export function measurePlace(records: Records): Measure {
  const { rewards, pos, providers, locations } = records;
  const measureText = (table: TextTable) => {
    const similarity = pairMemo(table.text.length, (a, b) => placeSimilarity(table.text[a]!, table.text[b]!));
    return (a: number, b: number, out: Float32Array, at: number): void => {
      const known = a !== MISSING && b !== MISSING;
      const similar = known ? similarity(a, b) : Number.NaN;
      out[at] = similar;
      out[at + 1] = !known
        ? Number.NaN
        : similar < SAME_PLACE_FROM
          ? 0
          : -Math.max(table.logShare[a]!, table.logShare[b]!);
    };
  };
  const measureProvider = measureText(providers);
  const measureLocation = measureText(locations);
  return (r, p, out, at) => {
    measureProvider(rewards.provider[r]!, pos.provider[p]!, out, at);
    measureLocation(rewards.location[r]!, pos.location[p]!, out, at + 2);
  };
}
