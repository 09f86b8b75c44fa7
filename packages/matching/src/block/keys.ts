// What rows are found by. Keys of names are made of content, never of ids that depend on the order of rows.
import { isShortCode, type KeyBuffer, MISSING, NO_DAY, type Records, type Side } from '../domain.ts';

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
export const codeColumns = ({ references }: Records, side: Side): readonly Int32Array[] => [
  side.reference,
  side.invoice.map((code) => (code === MISSING || isShortCode(references, code) ? MISSING : code)),
];

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
  for (let p = 0; p < pos.count; p++) {
    if (p === 0 || pos.day[p] !== pos.day[p - 1]) firstOn.set(pos.day[p]!, p);
  }
  firstOn.delete(NO_DAY);
  return [side.day.map((day) => firstOn.get(day) ?? MISSING)];
}

const NO_SOUND = 0;

/** Nickname groups are even numbers, hashes of sounds odd ones. */
const groupKey = (group: number): number => 2 * group + 2;

const isGroup = (form: number): boolean => (form & 1) === 0;

/** Sound and nickname groups of a token, one after the other. */
function pushForms({ tokens }: Records, token: number, buffer: KeyBuffer): void {
  const { soundHash, groups, groupStart } = tokens;
  if (soundHash[token] !== NO_SOUND) push(buffer, soundHash[token]!);
  for (let g = groupStart[token]!; g < groupStart[token + 1]!; g++) push(buffer, groupKey(groups[g]!));
}

/** Every way to say a part of the name: each token, a nickname in parentheses, and a part written as two words or one. */
export function nameKeys(records: Records, name: number, buffer: KeyBuffer): void {
  if (name === MISSING) return;
  const { start, tokens, alias, joinedGiven, joinedSurname } = records.names;
  for (let i = start[name]!; i < start[name + 1]!; i++) pushForms(records, tokens[i]!, buffer);
  if (alias[name] !== MISSING) pushForms(records, alias[name]!, buffer);
  if (joinedGiven[name] !== NO_SOUND) push(buffer, joinedGiven[name]!);
  if (joinedSurname[name] !== NO_SOUND) push(buffer, joinedSurname[name]!);
}

/** Names a person said belong together, however different. */
export function knownNameKeys({ known }: Records, name: number, buffer: KeyBuffer): void {
  if (name === MISSING || known.first.length === 0) return;
  for (let i = known.start[name]!; i < known.start[name + 1]!; i++) push(buffer, known.pairs[i]!);
}

/** Any two tokens by sound, in any order, and each form of the given name with each later token. */
export function namePairKeys(records: Records, name: number, buffer: KeyBuffer): void {
  if (name === MISSING) return;
  const { start, tokens, alias } = records.names;
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
  pairGroups(records, tokens[from]!, from + 1, to, buffer);
  if (alias[name] !== MISSING) pairGroups(records, alias[name]!, from + 1, to, buffer);
}

/** Each nickname group of a token with the sounds of the tokens `[from, to)` of the table. */
function pairGroups(records: Records, token: number, from: number, to: number, buffer: KeyBuffer): void {
  forms.count = 0;
  pushForms(records, token, forms);
  for (let f = 0; f < forms.count; f++) {
    if (!isGroup(forms.keys[f]!)) continue;
    for (let k = from; k < to; k++) {
      const sound = records.tokens.soundHash[records.names.tokens[k]!]!;
      if (sound !== NO_SOUND) push(buffer, mix(forms.keys[f]!, sound));
    }
  }
}

/** The forms of one token, while its keys are written. */
const forms: KeyBuffer = { count: 0, keys: new Int32Array(16) };

/** Each form of a token with the first letter of another: "Kate M." meets "Miller, Katherine". */
export function nameAndInitialKeys(records: Records, name: number, buffer: KeyBuffer): void {
  if (name === MISSING) return;
  const { start, tokens } = records.names;
  const from = start[name]!;
  const to = start[name + 1]!;
  for (let i = from; i < to; i++) {
    forms.count = 0;
    pushForms(records, tokens[i]!, forms);
    for (let k = from; k < to; k++) {
      if (k === i) continue;
      const initial = initialOf(records, tokens[k]!);
      for (let f = 0; f < forms.count; f++) push(buffer, mix(forms.keys[f]!, initial));
    }
  }
}

/** The first letters of any two tokens, in any order: whatever else of both is mistyped. */
export function twoInitialsKeys(records: Records, name: number, buffer: KeyBuffer): void {
  if (name === MISSING) return;
  const { start, tokens } = records.names;
  for (let i = start[name]!; i < start[name + 1]!; i++) {
    for (let k = i + 1; k < start[name + 1]!; k++) {
      const a = initialOf(records, tokens[i]!);
      const b = initialOf(records, tokens[k]!);
      push(buffer, mix(Math.min(a, b), Math.max(a, b)));
    }
  }
}

const initialOf = ({ tokens }: Records, token: number): number =>
  tokens.packed.units[tokens.packed.start[token]!]!;

/** Stands for a row of any name, and for one without. */
const ANY_NAME = -1;
const NAMELESS = -3;

function pushInitials(records: Records, name: number, buffer: KeyBuffer): void {
  const { start, tokens } = records.names;
  for (let i = start[name]!; i < start[name + 1]!; i++) push(buffer, initialOf(records, tokens[i]!));
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
