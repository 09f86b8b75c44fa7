// Names to draw from: Zipf-like by rank, by origin, and split into two disjoint halves for held-out names.
import type { NamePool } from './books.ts';
import { mailLetters } from './plain-letters.ts';
import type { Random } from './random.ts';
import { NAME_ORIGINS } from './words/origins.ts';

/** Ranks fall as 1 / (rank + offset): the head of US surname and first-name counts is flatter than Zipf's law. */
const RANK_OFFSET = 18;

/** Which half a word belongs to: by its letters, so that `José` and `Jose`, first name or surname, go together. */
export function poolOf(word: string): 'a' | 'b' {
  const letters = mailLetters(word);
  let hash = 0x811c9dc5;
  for (let i = 0; i < letters.length; i++) hash = Math.imul(hash ^ letters.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 15)) & 1) === 0 ? 'a' : 'b';
}

/** The words of one pool, in their order; `all` keeps every word. */
export const wordsOf = (words: readonly string[], pool: NamePool): readonly string[] =>
  pool === 'all' ? words : words.filter((word) => poolOf(word) === pool);

/** A list drawn from by rank. */
class RankedWords {
  readonly #words: readonly string[];
  readonly #cumulative: Float64Array;

  constructor(words: readonly string[]) {
    this.#words = words;
    this.#cumulative = new Float64Array(words.length);
    let sum = 0;
    for (let rank = 0; rank < words.length; rank++) {
      sum += 1 / (rank + RANK_OFFSET);
      this.#cumulative[rank] = sum;
    }
  }

  draw(random: Random): string {
    const sought = random.next() * this.#cumulative[this.#cumulative.length - 1]!;
    let low = 0;
    let high = this.#words.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#cumulative[middle]! > sought) high = middle;
      else low = middle + 1;
    }
    return this.#words[low]!;
  }
}

export interface Vocabulary {
  /** An origin for one person or household, as an index for the other calls. */
  drawOrigin(random: Random): number;
  firstName(random: Random, origin: number, female: boolean): string;
  surname(random: Random, origin: number): string;
}

/**
 * The vocabulary of a book.
 * @param tilt a stream that varies the mix of origins from book to book, as towns differ.
 */
export function createVocabulary(pool: NamePool, tilt: Random): Vocabulary {
  const ranked = NAME_ORIGINS.map((origin) => ({
    female: new RankedWords(wordsOf(origin.female, pool)),
    male: new RankedWords(wordsOf(origin.male, pool)),
    surnames: new RankedWords(wordsOf(origin.surnames, pool)),
  }));
  const shares = NAME_ORIGINS.map((origin) => origin.share * (0.3 + 1.4 * tilt.next()));
  return {
    drawOrigin: (random) => random.weighted(shares),
    firstName: (random, origin, female) => {
      // One in six bears a first name of the surrounding majority.
      const from = origin > 0 && random.chance(0.17) ? 0 : origin;
      return (female ? ranked[from]!.female : ranked[from]!.male).draw(random);
    },
    surname: (random, origin) => ranked[origin]!.surnames.draw(random),
  };
}
