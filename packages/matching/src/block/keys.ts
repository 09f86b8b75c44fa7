// What rows are found by. Every key is a hash that mixes in its kind, so that kinds never meet by accident.
import { type KeyBuffer, MISSING, type Records, type Side } from '../domain.ts';

const mix = (a: number, b: number): number => {
  const h = Math.imul(a ^ (b + 0x7f4a7c15), 0x85ebca6b);
  return Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ (h >>> 16);
};

function push(buffer: KeyBuffer, key: number): void {
  if (buffer.count < buffer.keys.length) buffer.keys[buffer.count++] = key;
}

function pushKnown(buffer: KeyBuffer, id: number): void {
  if (id !== MISSING) push(buffer, id);
}

/** Keeps the digits of a code apart from codes. */
const DIGITS_OF_CODE = -4;

export const phoneKeys = (_: Records, side: Side, row: number, buffer: KeyBuffer): void =>
  pushKnown(buffer, side.phone[row]!);

export const emailKeys = (_: Records, side: Side, row: number, buffer: KeyBuffer): void =>
  pushKnown(buffer, side.email[row]!);

/** A code may stand in the reference or in the invoice column of either file. */
export function codeKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  for (const code of [side.reference[row]!, side.invoice[row]!]) {
    if (code === MISSING) continue;
    push(buffer, code);
    if (records.codeDigits[code] !== MISSING) push(buffer, mix(records.codeDigits[code]!, DIGITS_OF_CODE));
  }
}

/** Nickname groups are numbered from 0 like sounds; negative numbers keep them apart. */
const groupKey = (group: number): number => -2 - group;

/** Sound and nickname groups of a token, one after the other. */
function forEachFormOf(records: Records, token: number, visit: (form: number) => void): void {
  const sound = records.tokens.sound[token]!;
  if (sound !== MISSING) visit(sound);
  for (const group of records.tokens.nicknameGroups[token]!) visit(groupKey(group));
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
    const a = records.tokens.sound[tokens[i]!]!;
    if (a === MISSING) continue;
    for (let k = i + 1; k < to; k++) {
      const b = records.tokens.sound[tokens[k]!]!;
      if (b !== MISSING) push(buffer, mix(Math.min(a, b), Math.max(a, b)));
    }
  }
  for (let k = from + 1; k < to; k++) {
    const sound = records.tokens.sound[tokens[k]!]!;
    if (sound === MISSING) continue;
    forEachGivenForm(records, name, (form) => {
      if (form < 0) push(buffer, mix(form, sound));
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
  for (let i = from; i < to; i++) pushKnown(buffer, records.tokens.sound[tokens[i]!]!);
}

/** Sounds of all tokens: a surname may stand first, or be the middle name of a married patient. */
export function anyTokenKeys(records: Records, side: Side, row: number, buffer: KeyBuffer): void {
  const name = side.name[row]!;
  if (name === MISSING) return;
  const { start, tokens } = records.names;
  for (let i = start[name]!; i < start[name + 1]!; i++) pushKnown(buffer, records.tokens.sound[tokens[i]!]!);
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
