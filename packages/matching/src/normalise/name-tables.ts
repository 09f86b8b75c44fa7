// What is known about each distinct name beyond its tokens: its letter pairs, in order and as bits.
import { type NameTable, type PackedTexts, textAt } from '../domain.ts';
import type { NameColumn } from './name-column.ts';
import { soundOf } from './phonetic.ts';
import { soundHashOf } from './token-table.ts';

/** Words of 32 bits in a name's signature. */
const SIGNATURE_WORDS = 4;

export function nameTable(column: NameColumn, packed: PackedTexts): NameTable {
  const names = column.table();
  return { ...names, ...joinedOf(names, packed), ...lettersOf(names, packed) };
}

type TokensOfNames = Pick<NameTable, 'start' | 'tokens' | 'surnameAt'>;

function joinedOf(
  { start, tokens, surnameAt }: TokensOfNames,
  packed: PackedTexts,
): Pick<NameTable, 'joinedGiven' | 'joinedSurname'> {
  const joinedGiven = new Int32Array(surnameAt.length);
  const joinedSurname = new Int32Array(surnameAt.length);
  const soundOfTokens = (from: number, to: number): number => {
    if (to - from < 2) return 0;
    let joined = '';
    for (let i = from; i < to; i++) joined += textAt(packed, tokens[i]!);
    return soundHashOf(soundOf(joined));
  };
  for (let name = 0; name < surnameAt.length; name++) {
    const middle = start[name]! + surnameAt[name]!;
    joinedGiven[name] = soundOfTokens(start[name]!, middle);
    joinedSurname[name] = soundOfTokens(middle, start[name + 1]!);
  }
  return { joinedGiven, joinedSurname };
}

function lettersOf(
  names: SequencesOfNames,
  packed: PackedTexts,
): Pick<NameTable, 'bigramStart' | 'bigrams' | 'signature'> {
  const count = names.start.length - 1;
  const bigramStart = new Int32Array(count + 1);
  for (let name = 0; name < count; name++)
    bigramStart[name + 1] = bigramStart[name]! + bigramsOfName(names, name, packed);
  const bigrams = new Int32Array(bigramStart[count]!);
  const signature = new Int32Array(count * SIGNATURE_WORDS);
  for (let name = 0; name < count; name++) {
    writeBigramsOfName(names, name, packed, bigrams, bigramStart[name]!);
    for (let i = bigramStart[name]!; i < bigramStart[name + 1]!; i++) {
      const bit = Math.imul(bigrams[i]!, 0x9e3779b1) >>> 25;
      const word = name * SIGNATURE_WORDS + (bit >>> 5);
      signature[word] = signature[word]! | (1 << (bit & 31));
    }
  }
  return { bigramStart, bigrams, signature };
}

type SequencesOfNames = Pick<NameTable, 'start' | 'tokens'>;

/** How many letter pairs a name has. */
export function bigramsOfName(
  { start, tokens }: SequencesOfNames,
  name: number,
  packed: PackedTexts,
): number {
  let letters = 0;
  for (let i = start[name]!; i < start[name + 1]!; i++) {
    letters += packed.start[tokens[i]! + 1]! - packed.start[tokens[i]!]!;
  }
  return Math.max(0, letters - 1);
}

/** As many tokens as a name has at most. */
const MAX_TOKENS = 8;
const ordered = new Int32Array(MAX_TOKENS);

/** Writes the letter pairs of a name, its tokens in alphabetical order, from `at` on. */
export function writeBigramsOfName(
  { start, tokens }: SequencesOfNames,
  name: number,
  packed: PackedTexts,
  bigrams: Int32Array,
  at: number,
): void {
  const length = start[name + 1]! - start[name]!;
  for (let i = 0; i < length; i++) insertToken(i, tokens[start[name]! + i]!, packed);
  writeBigrams(length, packed, bigrams, at);
}

/** Puts a token in its alphabetical place among the first `length` of `ordered`. */
function insertToken(length: number, token: number, packed: PackedTexts): void {
  let at = length;
  for (; at > 0 && isBefore(packed, token, ordered[at - 1]!); at--) ordered[at] = ordered[at - 1]!;
  ordered[at] = token;
}

function isBefore({ units, start }: PackedTexts, a: number, b: number): boolean {
  const lengthA = start[a + 1]! - start[a]!;
  const lengthB = start[b + 1]! - start[b]!;
  const shared = Math.min(lengthA, lengthB);
  for (let i = 0; i < shared; i++) {
    const difference = units[start[a]! + i]! - units[start[b]! + i]!;
    if (difference !== 0) return difference < 0;
  }
  return lengthA < lengthB;
}

/** Letter pairs of the tokens written together, as integers, ascending, with repeats: what the Dice kernel merges. */
function writeBigrams(
  tokens: number,
  { units, start }: PackedTexts,
  bigrams: Int32Array,
  from: number,
): void {
  let previous = -1;
  let end = from;
  for (let t = 0; t < tokens; t++) {
    for (let i = start[ordered[t]!]!; i < start[ordered[t]! + 1]!; i++) {
      const unit = units[i]!;
      if (previous !== -1) insertBigram(bigrams, from, end++, (previous << 16) | unit);
      previous = unit;
    }
  }
}

/** Insertion sort: a name has a dozen pairs. */
function insertBigram(bigrams: Int32Array, from: number, end: number, bigram: number): void {
  let at = end;
  for (; at > from && bigrams[at - 1]! > bigram; at--) bigrams[at] = bigrams[at - 1]!;
  bigrams[at] = bigram;
}
