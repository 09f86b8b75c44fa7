// Whether a password may be chosen (SP 800-63B-4): long enough, and not one an attacker tries first. There are no rules
// on which characters to use, and none on changing it every so often.
import {
  charactersOf,
  MIN_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH_WITH_SECOND_FACTOR,
} from '@medspasync/schemas';
import { BREACHED_PASSWORDS, COMMON_WORDS } from './common-words.ts';

/** Characters that must be left when everything guessable is taken away. */
const MIN_UNGUESSABLE = 8;

/** Shorter words of a person's or an organization's name would strike out half of any sentence. */
const MIN_WORD_LENGTH = 4;

const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap(
  (run) => [run, [...run].reverse().join('')],
);

/** What people put around a word to please rules: a year, signs, a few digits. */
const DISGUISES = [
  /[^\p{L}\p{N}]$/u,
  /(?:19|20)\d\d$/,
  /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu,
  /^[^\p{L}]{0,4}|[^\p{L}]{0,4}$/gu,
];

export interface PasswordOwner {
  /** Names and addresses of the person and the organization. */
  context: readonly string[];
  hasSecondFactor: boolean;
}

/** Why the password is refused, or undefined. */
export function refusalOfPassword(password: string, owner: PasswordOwner): string | undefined {
  const least = owner.hasSecondFactor ? MIN_PASSWORD_LENGTH_WITH_SECOND_FACTOR : MIN_PASSWORD_LENGTH;
  if (charactersOf(password) < least) return `must have at least ${least} characters`;
  return guessable(password, owner.context);
}

/**
 * Why the password is refused, or undefined. A password of a published breach is, with or without a few digits
 * and signs around it. Common words, words of `context`, years, repetitions and runs of the alphabet or the keyboard count for
 * nothing; what remains has to be long enough.
 */
export function guessable(password: string, context: readonly string[]): string | undefined {
  const plain = password.normalize('NFKC').toLowerCase();
  const undisguised = [plain, ...DISGUISES.map((disguise) => plain.replace(disguise, ''))];
  if (undisguised.some((candidate) => BREACHED_PASSWORDS.has(candidate)))
    return 'is on the list of passwords known from breaches, which are tried first';
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
