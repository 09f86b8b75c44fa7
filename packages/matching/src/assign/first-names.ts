// Whether two rows of one book name two people by their first names. Rougher than the name comparison, which compares a row
// of either book: here a doubt counts as one person.
import { MISSING, type NameTable, type Records, type TokenTable } from '../domain.ts';

/** True when neither first name is, sounds like, shortens or is a familiar form of a word of the other name. */
export function haveTwoFirstNames({ names, tokens }: Records, a: number, b: number): boolean {
  if (a === MISSING || b === MISSING) return false;
  return (
    !hasWordLike(names, tokens, a, firstOf(names, b)) && !hasWordLike(names, tokens, b, firstOf(names, a))
  );
}

/** True when two names of two words and more, no initials, say the same: each word of the shorter one sounds like one of the other. */
export function soundTheSame({ names, tokens }: Records, a: number, b: number): boolean {
  if (a === MISSING || b === MISSING) return false;
  const wordsOf = (name: number) => names.tokens.subarray(names.start[name]!, names.start[name + 1]!);
  const [fewer, other] = wordsOf(a).length <= wordsOf(b).length ? [wordsOf(a), b] : [wordsOf(b), a];
  return (
    fewer.length > 1 &&
    fewer.every((word) => tokens.text[word]!.length > 1 && hasWordLike(names, tokens, other, word))
  );
}

const firstOf = ({ start, tokens }: NameTable, name: number): number => tokens[start[name]!]!;

function hasWordLike(names: NameTable, table: TokenTable, name: number, word: number): boolean {
  const words = [...names.tokens.subarray(names.start[name]!, names.start[name + 1]!)];
  if (names.alias[name] !== MISSING) words.push(names.alias[name]!);
  return words.some((own) => areAlike(table, own, word));
}

function areAlike({ text, sound, groups, groupStart }: TokenTable, a: number, b: number): boolean {
  if (a === b) return true;
  const sameSound = sound[a] !== MISSING && sound[a] === sound[b];
  if (sameSound && firstVowel(text[a]!) === firstVowel(text[b]!)) return true;
  if (Math.min(text[a]!.length, text[b]!.length) === 1 && text[a]![0] === text[b]![0]) return true;
  const groupsOfB = groups.subarray(groupStart[b]!, groupStart[b + 1]!);
  return groups.subarray(groupStart[a]!, groupStart[a + 1]!).some((group) => groupsOfB.includes(group));
}

/** The code of a sound leaves vowels out: by the first one, John and Jane are two. */
const firstVowel = (word: string): string | undefined => /[aeiouy]/.exec(word)?.[0].replace('y', 'i');
