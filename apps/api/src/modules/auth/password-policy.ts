// Whether a password is one an attacker tries first. Length is the schema's affair; there are no rules on which
// characters to use (SP 800-63B-4).
import { COMMON_WORDS } from './common-words.ts';

/** Characters that must be left when everything guessable is taken away. */
const MIN_UNGUESSABLE = 8;

/** Shorter words of a person's or an organization's name would strike out half of any sentence. */
const MIN_WORD_LENGTH = 4;

const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap(
  (run) => [run, [...run].reverse().join('')],
);

/**
 * Why the password is refused, or undefined. Common words, words of `context`, years, repetitions and runs of the
 * alphabet or the keyboard count for nothing; what remains has to be long enough.
 */
export function guessable(password: string, context: readonly string[]): string | undefined {
  const plain = password.normalize('NFKC').toLowerCase();
  const words = [...COMMON_WORDS, ...context.flatMap(wordsOf)].filter(
    (word) => word.length >= MIN_WORD_LENGTH,
  );
  const longestFirst = words.sort((left, right) => right.length - left.length);
  const withoutWords = longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), plain);
  const rest = withoutRuns(withoutWords.replace(/(?:19|20)\d\d/g, ' '))
    .replace(/(.+?)\1{2,}/gu, '$1')
    .replaceAll(' ', '');
  if ([...rest].length >= MIN_UNGUESSABLE) return undefined;
  return 'is made of words, names or rows of keys that are tried first; use a few words that do not belong together';
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u);

/** Every stretch of four or more characters that follow each other in a run. */
function withoutRuns(text: string): string {
  const characters = [...text];
  const follows = (index: number): boolean =>
    RUNS.some((run) => run.includes(`${characters[index - 1]}${characters[index]}`));
  const kept: string[] = [];
  let start = 0;
  for (let end = 1; end <= characters.length; end += 1) {
    if (end < characters.length && follows(end)) continue;
    const stretch = characters.slice(start, end);
    kept.push(...(stretch.length >= 4 ? [' '] : stretch));
    start = end;
  }
  return kept.join('');
}
