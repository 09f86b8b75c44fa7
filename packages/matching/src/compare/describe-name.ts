// What the two names have in common, in a sentence.
import { type Describe, type KnownNames, knownPair, MISSING, NOT_KNOWN, type Records } from '../domain.ts';
import { NameAligner, type NameAlignment } from './align-names.ts';
import { TokenLevel } from './compare-tokens.ts';

export function describeNames(records: Records): Describe {
  const { names, tokens, rewards, pos, known } = records;
  const aligner = new NameAligner(names, tokens);
  const word = (token: number): string => capitalized(tokens.text[token]!);
  return (r, p) => {
    const a = rewards.name[r]!;
    const b = pos.name[p]!;
    if (a === MISSING || b === MISSING) return 'No name on one side';
    if (a === b) return 'Same name';
    const pair = knownPair(known, a, b);
    if (pair !== NOT_KNOWN) return describeKnown(known, pair);
    return describeAlignment(aligner.align(a, b), word);
  };
}

const DAY_MS = 86_400_000;
const inWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function describeKnown({ household, confirmedOn }: KnownNames, pair: number): string {
  const what = household[pair] === 1 ? 'Known household' : 'Known alias';
  return `${what}: confirmed on ${inWords.format(confirmedOn[pair]! * DAY_MS)}`;
}

function describeAlignment(found: NameAlignment, word: (token: number) => string): string {
  const given = describePart('first name', found.givenLevel, word(found.givenA), word(found.givenB));
  const oneWord = Number.isNaN(found.surnameLevel);
  const parts = [found.swapped ? 'First and last name swapped' : '', given];
  if (!oneWord) {
    parts.push(describePart('last name', found.surnameLevel, word(found.surnameA), word(found.surnameB)));
  } else parts.push('one name is a single word');
  if (found.middleLevel === 0) parts.push('middle names differ');
  const told = parts.filter((part) => part !== '').join('; ');
  return told === '' ? 'Same name' : told;
}

/** Empty when the part is the same. */
function describePart(what: string, level: number, a: string, b: string): string {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  switch (level) {
    case TokenLevel.equal:
      return '';
    case TokenLevel.nickname:
      return `${short} is short for ${long}`;
    case TokenLevel.spelling:
      return `${what} spelled ${a} and ${b}`;
    case TokenLevel.sound:
      return `${a} sounds like ${b}`;
    case TokenLevel.initial:
      return `${short}. may be ${long}`;
    case TokenLevel.similar:
      return `${what} ${a} resembles ${b}`;
    default:
      return `different ${what}: ${a}, ${b}`;
  }
}

const capitalized = (token: string): string => token.charAt(0).toUpperCase() + token.slice(1);
