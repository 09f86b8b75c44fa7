// What rows are found by. Keys of names are made of content, never of ids that depend on the order of rows.
import { type KeyBuffer, MISSING, NO_DAY, type Records, type Side } from '../domain.ts';

/** Both parts are spread before they meet: small numbers would cancel each other out. */
export function mix(a: number, b: number): number {
  const h = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + Math.imul(b ^ 0x5bd1e995, 0x297a2d39);
  const spread = Math.imul(h ^ (h >>> 12), 0x85ebca6b);
  return spread ^ (spread >>> 15);
}

function push(buffer: KeyBuffer, key: number): void {
  if (buffer.count < buffer.keys.length) buffer.keys[buffer.count++] = key;
}

/** A code may stand in the reference or in the invoice column of either file. */
export const codeColumns = (_: Records, side: Side): readonly Int32Array[] => [side.reference, side.invoice];

/** The digits of the reference, where the other system keeps no letters. */
export function codeDigitColumns({ codeDigits }: Records, { reference }: Side): readonly Int32Array[] {
  const digits = new Int32Array(reference.length);
  for (let row = 0; row < reference.length; row++) {
    digits[row] = reference[row] === MISSING ? MISSING : codeDigits[reference[row]!]!;
  }
  return [digits];
}

/** The day, as the first POS row that stands on it. */
export function dayColumns({ pos }: Records, side: Side): readonly Int32Array[] {
  const firstOn = new Map<number, number>();
  for (let p = pos.count - 1; p >= 0; p--) firstOn.set(pos.day[p]!, p);
  firstOn.delete(NO_DAY);
  return [side.day.map((day) => firstOn.get(day) ?? MISSING)];
}

const NO_SOUND = 0;

function pushSound(records: Records, token: number, buffer: KeyBuffer): void {
  const sound = records.tokens.soundHash[token]!;
  if (sound !== NO_SOUND) push(buffer, sound);
}

/** Nickname groups are even numbers, hashes of sounds odd ones. */
const groupKey = (group: number): number => 2 * group + 2;

const isGroup = (form: number): boolean => (form & 1) === 0;

/** Sound and nickname groups of a token, one after the other. */
function forEachFormOf(records: Records, token: number, visit: (form: number) => void): void {
  const { soundHash, groups, groupStart } = records.tokens;
  const sound = soundHash[token]!;
  if (sound !== NO_SOUND) visit(sound);
  for (let g = groupStart[token]!; g < groupStart[token + 1]!; g++) visit(groupKey(groups[g]!));
}

/** The given name's forms; a nickname in parentheses counts too. */
function forEachGivenForm(records: Records, name: number, visit: (form: number) => void): void {
  forEachFormOf(records, records.names.tokens[records.names.start[name]!]!, visit);
  const alias = records.names.alias[name]!;
  if (alias !== MISSING) forEachFormOf(records, alias, visit);
}

/** Any two tokens by sound, in any order, and each form of the given name with each later token. */
export function namePairKeys(records: Records, name: number, buffer: KeyBuffer): void {
  if (name === MISSING) return;
  const { start, tokens } = records.names;
  const from = start[name]!;
  const to = start[name + 1]!;
  for (let i = from; i < to; i++) {
    const a = records.tokens.soundHash[tokens[i]!]!;
    if (a === NO_SOUND) continue;
    for (let k = i + 1; k < to; k++) {
      const b = records.tokens.soundHash[tokens[k]!]!;
      if (b !== NO_SOUND) push(buffer, mix(Math.min(a, b), Math.max(a, b)));
    }
  }
  for (let k = from + 1; k < to; k++) {
    const sound = records.tokens.soundHash[tokens[k]!]!;
    if (sound === NO_SOUND) continue;
    forEachGivenForm(records, name, (form) => {
      if (isGroup(form)) push(buffer, mix(form, sound));
    });
  }
}

/** Sounds of the surname's tokens, or of the only token there is. */
export function surnameKeys(records: Records, name: number, buffer: KeyBuffer): void {
  if (name === MISSING) return;
  const { start, tokens, surnameAt } = records.names;
  const to = start[name + 1]!;
  const from = Math.min(start[name]! + surnameAt[name]!, to - 1);
  for (let i = from; i < to; i++) pushSound(records, tokens[i]!, buffer);
}

/** Sounds of all tokens: a surname may stand first, or be the middle name of a married patient. */
export function anyTokenKeys(records: Records, name: number, buffer: KeyBuffer): void {
  if (name === MISSING) return;
  const { start, tokens } = records.names;
  for (let i = start[name]!; i < start[name + 1]!; i++) pushSound(records, tokens[i]!, buffer);
}

/** Given name in each form with the surname's first letter: "Kate M." meets "Katherine Miller". */
export function givenInitialKeys(records: Records, name: number, buffer: KeyBuffer): void {
  if (name === MISSING) return;
  const { start, tokens, surnameAt } = records.names;
  for (let i = start[name]! + surnameAt[name]!; i < start[name + 1]!; i++) {
    const initial = records.tokens.text[tokens[i]!]!.charCodeAt(0);
    forEachGivenForm(records, name, (form) => push(buffer, mix(form, initial)));
  }
}

/** Surname's sound with the given name's first letter: "Jyl Whitney" meets "Jill Whitney" on any day. */
export function initialSurnameKeys(records: Records, name: number, buffer: KeyBuffer): void {
  if (name === MISSING) return;
  const { start, tokens, surnameAt } = records.names;
  const initial = records.tokens.text[tokens[start[name]!]!]!.charCodeAt(0);
  for (let i = start[name]! + surnameAt[name]!; i < start[name + 1]!; i++) {
    const sound = records.tokens.soundHash[tokens[i]!]!;
    if (sound !== NO_SOUND) push(buffer, mix(initial, sound));
  }
}

/** Given name in each form. */
export function givenKeys(records: Records, name: number, buffer: KeyBuffer): void {
  if (name !== MISSING) forEachGivenForm(records, name, (form) => push(buffer, form));
}

/** Stands for a row of any name, and for one without. */
const ANY_NAME = -1;
const NAMELESS = -3;

function pushInitials(records: Records, name: number, buffer: KeyBuffer): void {
  const { start, tokens } = records.names;
  for (let i = start[name]!; i < start[name + 1]!; i++) {
    push(buffer, records.tokens.text[tokens[i]!]!.charCodeAt(0));
  }
}

/** The first letter of any token; a nameless reward looks at every row. */
export function rewardInitialKeys(records: Records, name: number, buffer: KeyBuffer): void {
  push(buffer, NAMELESS);
  if (name === MISSING) push(buffer, ANY_NAME);
  else pushInitials(records, name, buffer);
}

export function posInitialKeys(records: Records, name: number, buffer: KeyBuffer): void {
  push(buffer, ANY_NAME);
  if (name === MISSING) push(buffer, NAMELESS);
  else pushInitials(records, name, buffer);
}
