// The distinct tokens of all names: how each sounds, what it is short for, and how many patients bear it.
import { MISSING, type NameTable, type TokenTable } from '../domain.ts';
import { givenNameShareOf, surnameShareOf } from './background-shares.ts';
import { Interner } from './interner.ts';
import type { NameColumn } from './name-column.ts';
import { fullNameOf, nicknameGroupsOf } from './nicknames.ts';
import { soundOf } from './phonetic.ts';

/** How many patients' worth of evidence the background shares weigh against the names of the job itself. */
const BACKGROUND_WEIGHT = 2000;

type TokensOfNames = Pick<NameTable, 'start' | 'tokens' | 'surnameAt'>;

export function tokenTable(column: NameColumn): TokenTable {
  const { tokens } = column;
  const text = tokens.strings();
  return {
    text,
    packed: tokens.packed(),
    ...nicknamesOf(text),
    ...soundsOf(text),
    ...sharesOf(text, column.table()),
  };
}

function nicknamesOf(text: readonly string[]): Pick<TokenTable, 'groups' | 'groupStart' | 'isFullName'> {
  const groups: number[] = [];
  const isFullName: number[] = [];
  const groupStart = new Int32Array(text.length + 1);
  for (let token = 0; token < text.length; token++) {
    for (const group of nicknameGroupsOf(text[token]!)) {
      groups.push(group);
      isFullName.push(Number(fullNameOf(group) === text[token]));
    }
    groupStart[token + 1] = groups.length;
  }
  return { groups: Int32Array.from(groups), groupStart, isFullName: Int32Array.from(isFullName) };
}

function soundsOf(text: readonly string[]): Pick<TokenTable, 'sound' | 'soundHash'> {
  const sounds = new Interner();
  const sound = new Int32Array(text.length);
  const soundHash = new Int32Array(text.length);
  for (let token = 0; token < text.length; token++) {
    const heard = soundOf(text[token]!);
    sound[token] = heard === '' ? MISSING : sounds.idOf(heard);
    soundHash[token] = soundHashOf(heard);
  }
  return { sound, soundHash };
}

/** FNV-1a; never 0 for a text, which stands for no sound. */
export function soundHashOf(text: string): number {
  if (text === '') return 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 1;
}

function sharesOf(
  text: readonly string[],
  { start, tokens, surnameAt }: TokensOfNames,
): Pick<TokenTable, 'logShareAsGiven' | 'logShareAsSurname'> {
  const asGiven = new Int32Array(text.length);
  const asSurname = new Int32Array(text.length);
  const names = surnameAt.length;
  for (let name = 0; name < names; name++) {
    const surnameFrom = start[name]! + surnameAt[name]!;
    for (let i = start[name]!; i < start[name + 1]!; i++) {
      const bearers = i < surnameFrom ? asGiven : asSurname;
      bearers[tokens[i]!] = bearers[tokens[i]!]! + 1;
    }
  }
  const logShareAsGiven = new Float64Array(text.length);
  const logShareAsSurname = new Float64Array(text.length);
  for (let token = 0; token < text.length; token++) {
    logShareAsGiven[token] = logShareAmong(names, asGiven[token]!, givenNameShareOf(text[token]!));
    logShareAsSurname[token] = logShareAmong(names, asSurname[token]!, surnameShareOf(text[token]!));
  }
  return { logShareAsGiven, logShareAsSurname };
}

/** Of a token that so many of `names` names bear, and `background` of all people. */
export function logShareAmong(names: number, bearers: number, background: number): number {
  // The bearer under comparison is not evidence that others bear the name: hence one less.
  return Math.log((Math.max(bearers - 1, 0) + BACKGROUND_WEIGHT * background) / (names + BACKGROUND_WEIGHT));
}
