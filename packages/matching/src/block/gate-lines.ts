// What the gate reads of each row, side by side: rows are visited by the million, and each then costs one cache line.
import { MISSING, type Records, type Side } from '../domain.ts';
import { quietDays } from './rare.ts';

/** Where a row's integers stand in its line. A part of a name is a token, its sound, and its letter. */
export const GIVEN = 0;
export const SURNAME = 3;
/** How many bits the name's signature has, and its four words. */
export const BITS = 6;
export const SIGNATURE = 7;
export const SIGNATURE_WORDS = 4;
export const AMOUNT = 11;
export const DAY = 12;
/** Rows meet rows of the same standing only. */
export const STANDING = 13;
/** 1 on a day that few rows of the book share. */
export const QUIET = 14;
/** Integers of a line: 64 bytes. */
export const LINE = 16;

/** Beside 0 for what stands and 1 for a reversal: a row that meets none, since such POS rows are in no block. */
const TAKEN_BACK = 2;

/** What a line holds of a name. */
const NAME_PART = AMOUNT;

/** A part's integers, from its first one. */
export const SOUND = 1;
/** The first letter, twice, plus one where there is no other. */
export const LETTER = 2;

/** One line per row; a row without a name has MISSING for both parts. */
export function gateLines(records: Records, side: Side): Int32Array {
  const names = linesOfNames(records);
  const nameless = names.length - NAME_PART;
  const quiet = quietDays(side);
  const lines = new Int32Array(side.count * LINE);
  for (let row = 0; row < side.count; row++) {
    const at = row * LINE;
    const name = side.name[row]!;
    const from = name === MISSING ? nameless : name * NAME_PART;
    for (let i = 0; i < NAME_PART; i++) lines[at + i] = names[from + i]!;
    lines[at + AMOUNT] = side.amount[row]!;
    lines[at + DAY] = side.day[row]!;
    lines[at + STANDING] = side.cancelled[row] === 1 ? TAKEN_BACK : side.reversal[row]!;
    lines[at + QUIET] = quiet[row]!;
  }
  return lines;
}

/** The first part of a line for each name, and after them that of a row without one. */
function linesOfNames({ names, tokens }: Records): Int32Array {
  const count = names.suffix.length;
  const lines = new Int32Array((count + 1) * NAME_PART);
  const { units, start } = tokens.packed;
  const writePart = (at: number, token: number): void => {
    lines[at] = token;
    lines[at + SOUND] = token === MISSING ? MISSING : tokens.sound[token]!;
    if (token === MISSING) return;
    const isInitial = start[token + 1]! - start[token]! === 1;
    lines[at + LETTER] = units[start[token]!]! * 2 + Number(isInitial);
  };
  for (let name = 0; name < count; name++) {
    const at = name * NAME_PART;
    const end = names.start[name + 1]!;
    const hasSurname = names.start[name]! + names.surnameAt[name]! < end;
    writePart(at + GIVEN, names.tokens[names.start[name]!]!);
    writePart(at + SURNAME, hasSurname ? names.tokens[end - 1]! : MISSING);
    for (let word = 0; word < SIGNATURE_WORDS; word++) {
      const bits = names.signature[name * SIGNATURE_WORDS + word]!;
      lines[at + SIGNATURE + word] = bits;
      lines[at + BITS] = lines[at + BITS]! + bitCount(bits);
    }
  }
  writePart(count * NAME_PART + GIVEN, MISSING);
  writePart(count * NAME_PART + SURNAME, MISSING);
  return lines;
}

export function bitCount(bits: number): number {
  let v = bits - ((bits >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
