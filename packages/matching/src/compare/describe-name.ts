// What the two names have in common, in a sentence.
import {
  type Describe,
  dayInWords,
  type KnownNames,
  knownPair,
  MISSING,
  NameKin,
  NOT_KNOWN,
  nameKin,
  type Records,
  type TokenTable,
} from '../domain.ts';
import { NameAligner, type NameAlignment } from './align-names.ts';
import { TokenLevel } from './compare-tokens.ts';

export function describeNames(records: Records): Describe {
  const { names, tokens, rewards, pos, known } = records;
  const aligner = new NameAligner(names, tokens);
  return (r, p) => {
    const a = rewards.name[r]!;
    const b = pos.name[p]!;
    if (a === MISSING || b === MISSING) return 'No name on one side';
    if (a === b) return 'Same name';
    const pair = knownPair(known, a, b);
    if (pair !== NOT_KNOWN) return describeKnown(known, pair);
    return describeAlignment(
      aligner.align(a, b),
      tokens,
      describeSuffixes(names.suffix[a]!, names.suffix[b]!),
    );
  };
}

function describeKnown({ household, confirmedOn }: KnownNames, pair: number): string {
  const what = household[pair] === 1 ? 'Known household' : 'Known alias';
  return `${what}: confirmed on ${dayInWords(confirmedOn[pair]!)}`;
}

/** As they are written, by suffix number. */
const SUFFIXES = ['', 'Sr', 'Jr or II', 'III', 'IV'] as const;

/** Empty unless both names carry one and they differ. */
const describeSuffixes = (a: number, b: number): string =>
  a === 0 || b === 0 || a === b ? '' : `different generation: ${SUFFIXES[a]}, ${SUFFIXES[b]}`;

function describeAlignment(found: NameAlignment, tokens: TokenTable, suffixes: string): string {
  const word = (token: number): string => capitalized(tokens.text[token]!);
  const given =
    found.givenLevel === TokenLevel.nickname &&
    nameKin(tokens, found.givenA, found.givenB) === NameKin.formsOfAThird
      ? `${word(found.givenA)} and ${word(found.givenB)} may be short for one name`
      : describePart('first name', found.givenLevel, word(found.givenA), word(found.givenB));
  const oneWord = Number.isNaN(found.surnameLevel);
  const parts = [suffixes, found.swapped ? 'First and last name swapped' : '', given];
  if (!oneWord) {
    parts.push(describePart('last name', found.surnameLevel, word(found.surnameA), word(found.surnameB)));
  } else parts.push('one name is a single word');
  if (found.middleLevel === 0) parts.push('middle names differ');
  const told = parts.filter((part) => part !== '').join('; ');
  return told === '' ? 'Same name' : capitalized(told);
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

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
