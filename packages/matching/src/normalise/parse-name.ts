// A patient's name as any file writes it → given name, middle names, surname, suffix, nickname.
import { foldText } from './fold-text.ts';

/** A name in parts; every token is lower-case letters only. A nameless cell has no tokens. */
export interface ParsedName {
  /** Given name, then middle names, then the surname's tokens. */
  tokens: string[];
  /** Index of the first surname token; equal to `tokens.length` when there is no surname. */
  surnameAt: number;
  /** A nickname written in parentheses or quotes. */
  alias: string | null;
  /** 0 none, 1 senior, 2 junior, 3 third, 4 fourth. */
  suffix: number;
}

const TITLES = new Set(
  'mr mrs ms miss mx dr doctor prof professor rev fr sir madam mme mlle sr sra srta senor senora'.split(' '),
);
const CREDENTIALS = new Set('md rn np dds dmd phd esq lpn aprn bsn cpa dvm fnp'.split(' '));
/** Credentials that are also surnames count only after a comma. */
const CREDENTIALS_AFTER_COMMA = new Set([...CREDENTIALS, 'do', 'pa']);
/** Words front desks add to a name. */
const NOTES = new Set(
  'vip new patient pt client walkin walk in guest spouse staff employee test aka nee'.split(' '),
);
const SUFFIXES = new Map([
  ['sr', 1],
  ['senior', 1],
  ['jr', 2],
  ['jnr', 2],
  ['junior', 2],
  ['iii', 3],
  ['3rd', 3],
  ['iv', 4],
  ['4th', 4],
  ['ii', 2],
  ['2nd', 2],
]);
/** Surname particles are joined to what follows, since files space them at will: "de la Cruz", "DelaCruz". */
const PARTICLES = new Set(
  'de del della di da do dos das du la le las los van von der den ter ten mac mc st san santa o d al el bin ibn abu'.split(
    ' ',
  ),
);
/** Every word that means more than itself. */
export const SPECIAL_WORDS: ReadonlySet<string> = new Set([
  ...TITLES,
  ...CREDENTIALS_AFTER_COMMA,
  ...NOTES,
  ...SUFFIXES.keys(),
  ...PARTICLES,
]);
/** More words than this before or after the surname begins are not a name; the first ones decide. */
export const MAX_TOKENS_PER_PART = 4;
export const MAX_TOKEN_LENGTH = 32;

const NOTHING: { words: string[]; suffix: number } = { words: [], suffix: 0 };

/** Reads one name. Never throws: text without letters gives a name without tokens. */
export function parseName(raw: string): ParsedName {
  let text = foldText(raw);
  const quoted = /[("“]([^)"”(]{1,40})[)"”]/.exec(text);
  let alias: string | null = null;
  if (quoted) {
    text = text.replace(quoted[0], ' ');
    const inside = wordsOf(quoted[1]!).filter((word) => !NOTES.has(word) && !TITLES.has(word));
    alias = inside.length === 1 && inside[0]!.length > 1 ? inside[0]! : null;
  }
  const comma = text.indexOf(',');
  const before = readPart(comma < 0 ? text : text.slice(0, comma));
  const after = comma < 0 ? NOTHING : readPart(text.slice(comma + 1));
  const suffix = before.suffix || after.suffix;
  // "Johnson Jr., Robert" and "Robert Johnson, MD" both carry a comma; only the first names the surname.
  const surnameIsKnown = after.words.some((word) => !CREDENTIALS_AFTER_COMMA.has(word));
  const parts = surnameIsKnown
    ? { given: joinHyphens(after.words), surname: splitHyphens(joinParticles(before.words, true)) }
    : splitAtSurname(joinParticles(before.words, false));
  return assemble(parts, alias, suffix);
}

/** The last word is the surname; a single word is a given name. */
function splitAtSurname(words: string[]): { given: string[]; surname: string[] } {
  if (words.length < 2) return { given: joinHyphens(words), surname: [] };
  return { given: joinHyphens(words.slice(0, -1)), surname: splitHyphens(words.slice(-1)) };
}

function assemble(
  { given, surname }: { given: string[]; surname: string[] },
  alias: string | null,
  suffix: number,
): ParsedName {
  const kept = given.slice(0, MAX_TOKENS_PER_PART);
  return {
    tokens: [...kept, ...surname.slice(0, MAX_TOKENS_PER_PART)],
    surnameAt: kept.length,
    alias,
    suffix,
  };
}

/** "Ji-woo" and "Jiwoo" are one given name; the halves of a double surname are used apart. */
const joinHyphens = (words: string[]): string[] => words.map((word) => word.replaceAll('-', ''));
const splitHyphens = (words: string[]): string[] => words.flatMap((word) => word.split('-'));

/** What a scanner reads in place of a letter. */
const SCANNED: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '8': 'b',
};

/**
 * Words of letters and digits; hyphens stay inside a word, apostrophes and letters lost to an encoding ("G?mez") vanish,
 * dots separate.
 */
function wordsOf(text: string): string[] {
  const kept = text.replace(/['?\ufffd]/g, '');
  const lettered = /[013458]/.test(kept)
    ? kept.replace(/(?<=\p{L})[013458]|[013458](?=\p{L})/gu, (digit) => SCANNED[digit]!)
    : kept;
  const words = lettered.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return words.map((word) => word.slice(0, MAX_TOKEN_LENGTH));
}

/** What `besideName` answers for a word that says nothing of who it is. */
export const DROPPED = 0;

/** What a word is after `kept` words of its part: `DROPPED`, a generation suffix, or undefined where it is a part of the name. */
export function besideName(word: string, kept: number): number | undefined {
  const generation = kept > 0 ? SUFFIXES.get(word) : undefined;
  if (generation !== undefined) return generation;
  const isDropped = TITLES.has(word) || (kept > 1 && (CREDENTIALS.has(word) || NOTES.has(word)));
  return isDropped ? DROPPED : undefined;
}

/** The words that are part of a name, without titles, credentials, notes and numbers; and the suffix among them. */
function readPart(text: string): { words: string[]; suffix: number } {
  const kept: string[] = [];
  let suffix = 0;
  for (const word of wordsOf(text)) {
    const beside = besideName(word, kept.length);
    if (beside === undefined) {
      if (!/^[\p{N}-]+$/u.test(word)) kept.push(word);
    } else if (beside !== DROPPED) suffix = beside;
  }
  return { words: kept, suffix };
}

/** "de", "la", "cruz" → "delacruz". Unless a surname starts here, a first word is a given name ("Van Nguyen"). */
function joinParticles(words: string[], startsWithSurname: boolean): string[] {
  const joined: string[] = [];
  let prefix = '';
  for (const [i, word] of words.entries()) {
    const isParticle = i < words.length - 1 && (i > 0 || startsWithSurname) && PARTICLES.has(word);
    if (isParticle) {
      prefix += word;
      continue;
    }
    joined.push((prefix + word).slice(0, MAX_TOKEN_LENGTH));
    prefix = '';
  }
  return joined;
}
