// What rows are found by. Keys are made of content, never of ids that depend on the order of rows, unless ids are all
// there is to a rule and cannot collide.
import { type KeyBuffer, MISSING, NO_DAY, type Records, type Side } from '../domain.ts';

/** Both parts are spread before they meet: small numbers would cancel each other out. */
function mix(a: number, b: number): number {
  const h = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + Math.imul(b ^ 0x5bd1e995, 0x297a2d39);
  const spread = Math.imul(h ^ (h >>> 12), 0x85ebca6b);
  return spread ^ (spread >>> 15);
}

function push(buffer: KeyBuffer, key: number): void {
  if (buffer.count < buffer.keys.length) buffer.keys[buffer.count++] = key;
}

function pushKnown(buffer: KeyBuffer, id: number): void {
  if (id !== MISSING) push(buffer, id);
}

const NO_SOUND = 0;

function pushSound(records: Records, token: number, buffer: KeyBuffer): void {
  const sound = records.tokens.soundHash[token]!;
  if (sound !== NO_SOUND) push(buffer, sound);
}

export const phoneKeys = (_: Records, side: Side, row: number, buffer: KeyBuffer): void =>
  pushKnown(buffer, side.phone[row]!);

export const emailKeys = (_: Records, side: Side, row: number, buffer: KeyBuffer): void =>
  pushKnown(buffer, side.email[row]!);

/** A code may stand in the reference or in the invoice column of either file. */
export function codeKeys(_: Records, side: Side, row: number, buffer: KeyBuffer): void {
  pushKnown(buffer, side.reference[row]!);
  pushKnown(buffer, side.invoice[row]!);
}

/** The digits of the reference, where the other system keeps no letters. */
export function codeDigitKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const reference = side.reference[row]!;
  if (reference !== MISSING) pushKnown(buffer, records.codeDigits[reference]!);
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
export function namePairKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const name = side.name[row]!;
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
export function surnameKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const name = side.name[row]!;
  if (name === MISSING) return;
  const { start, tokens, surnameAt } = records.names;
  const to = start[name + 1]!;
  const from = Math.min(start[name]! + surnameAt[name]!, to - 1);
  for (let i = from; i < to; i++) pushSound(records, tokens[i]!, buffer);
}

/** Sounds of all tokens: a surname may stand first, or be the middle name of a married patient. */
export function anyTokenKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const name = side.name[row]!;
  if (name === MISSING) return;
  const { start, tokens } = records.names;
  for (let i = start[name]!; i < start[name + 1]!; i++) pushSound(records, tokens[i]!, buffer);
}

/** Given name in each form with the surname's first letter: "Kate M." meets "Katherine Miller". */
export function givenInitialKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const name = side.name[row]!;
  if (name === MISSING) return;
  const { start, tokens, surnameAt } = records.names;
  for (let i = start[name]! + surnameAt[name]!; i < start[name + 1]!; i++) {
    const initial = records.tokens.text[tokens[i]!]!.charCodeAt(0);
    forEachGivenForm(records, name, (form) => push(buffer, mix(form, initial)));
  }
}

/** Given name in each form. */
export function givenKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const name = side.name[row]!;
  if (name !== MISSING) forEachGivenForm(records, name, (form) => push(buffer, form));
}

/** Given name in each form with the exact amount: finds a patient whose surname changed. */
export function givenAmountKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const name = side.name[row]!;
  if (name === MISSING) return;
  const amount = side.amountCents[row]!;
  forEachGivenForm(records, name, (form) => push(buffer, mix(form, amount)));
}

const ANY_NAME = -1;
const NAMELESS = -3;

function pushAmountWithInitials(records: Records, name: number, amount: number, buffer: KeyBuffer): void {
  const { start, tokens } = records.names;
  for (let i = start[name]!; i < start[name + 1]!; i++) {
    push(buffer, mix(amount, records.tokens.text[tokens[i]!]!.charCodeAt(0)));
  }
}

/** Exact amount with the first letter of any token; a nameless reward looks at every row of that amount. */
export function rewardAmountKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const name = side.name[row]!;
  const amount = side.amountCents[row]!;
  push(buffer, mix(amount, NAMELESS));
  if (name === MISSING) push(buffer, mix(amount, ANY_NAME));
  else pushAmountWithInitials(records, name, amount, buffer);
}

export function posAmountKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const name = side.name[row]!;
  const amount = side.amountCents[row]!;
  push(buffer, mix(amount, ANY_NAME));
  if (name === MISSING) push(buffer, mix(amount, NAMELESS));
  else pushAmountWithInitials(records, name, amount, buffer);
}

/** The amount by itself. */
export const amountKeys = (_: Records, side: Side, row: number, buffer: KeyBuffer): void =>
  push(buffer, side.amountCents[row]!);

/** Surname's sound with the given name's first letter: "Jyl Whitney" meets "Jill Whitney" on any day. */
export function initialSurnameKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const name = side.name[row]!;
  if (name === MISSING) return;
  const { start, tokens, surnameAt } = records.names;
  const initial = records.tokens.text[tokens[start[name]!]!]!.charCodeAt(0);
  for (let i = start[name]! + surnameAt[name]!; i < start[name + 1]!; i++) {
    const sound = records.tokens.soundHash[tokens[i]!]!;
    if (sound !== NO_SOUND) push(buffer, mix(initial, sound));
  }
}

/** The day by itself. */
export function dayKeys(_: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const day = side.day[row]!;
  if (day !== NO_DAY) push(buffer, day);
}
