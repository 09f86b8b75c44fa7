// What the gate reads of each row, side by side: rows are visited by the million, and each then costs one cache line.
import { MISSING, type Records, type Side } from '../domain.ts';
import { quietDays } from './rare.ts';

/** Where a row's integers stand in its line. A part of a name is a token, its sound, and its letter. */
export const GIVEN = 0;
export const SURNAME = 3;
/** How many bits the name's signature has, and its four words. */
export const BITS = 6;
export const SIGNATURE = 7;
const SIGNATURE_WORDS = 4;
export const AMOUNT = 11;
export const DAY = 12;
export const PROVIDER = 13;
export const LOCATION = 14;
/** Products and programs as bits, and what kind of row it is. */
export const TRAITS = 15;
/** Integers of a line: 64 bytes. */
export const LINE = 16;

/** What a line holds of a name. */
const NAME_PART = AMOUNT;

/** A part's integers, from its first one. */
export const SOUND = 1;
/** The first letter, above two bits: whether there is no other, and whether the token has familiar forms. */
export const LETTER = 2;
export const IS_INITIAL = 1;
export const HAS_FORMS = 2;
export const LETTER_SHIFT = 2;

/** Traits: a refund or void; a day that few rows of the book share; five programs; twenty-two products; taken back. */
const REVERSAL = 1;
export const QUIET = 2;
export const PROGRAMS = 0x7c;
export const PRODUCTS = 0x1fffff80;
/** A row that meets none, since such POS rows are in no block. */
const TAKEN_BACK = 0x20000000;
/** Rows meet rows of the same standing only. */
export const STANDING = REVERSAL | TAKEN_BACK;
const PROGRAM_SHIFT = 2;
const PRODUCT_SHIFT = 7;
/** The program column's "other" names no program. */
const OTHER_PROGRAM = 4;

/** The lines of both books. Plain data: threads can share them. */
export interface GateLines {
  rewards: Int32Array;
  pos: Int32Array;
}

export function gateLines(records: Records): GateLines {
  const names = linesOfNames(records);
  return { rewards: linesOf(records, records.rewards, names), pos: linesOf(records, records.pos, names) };
}

/** One line per row; a row without a name has MISSING for both parts. */
function linesOf(records: Records, side: Side, names: Int32Array): Int32Array {
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
    lines[at + PROVIDER] = side.provider[row]!;
    lines[at + LOCATION] = side.location[row]!;
    const isQuiet = quiet[row] === 1 ? QUIET : 0;
    const standing = side.cancelled[row] === 1 ? TAKEN_BACK : side.reversal[row] !== 0 ? REVERSAL : 0;
    lines[at + TRAITS] = sold(records, side, row) | isQuiet | standing;
  }
  return lines;
}

/** Products and programs of a row; the program column goes before what the service's text names. */
function sold({ services }: Records, side: Side, row: number): number {
  const service = side.service[row]!;
  const program = side.program[row]!;
  const products = service === MISSING ? 0 : services.products[service]!;
  const isStated = program !== MISSING && program !== OTHER_PROGRAM;
  const programs = isStated ? 1 << program : service === MISSING ? 0 : services.programs[service]!;
  return ((programs << PROGRAM_SHIFT) & PROGRAMS) | ((products << PRODUCT_SHIFT) & PRODUCTS);
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
    const isInitial = start[token + 1]! - start[token]! === 1 ? IS_INITIAL : 0;
    const hasForms = tokens.groupStart[token + 1]! > tokens.groupStart[token]! ? HAS_FORMS : 0;
    lines[at + LETTER] = (units[start[token]!]! << LETTER_SHIFT) | hasForms | isInitial;
  };
  for (let name = 0; name < count; name++) {
    const at = name * NAME_PART;
    const end = names.start[name + 1]!;
    const hasSurname = names.start[name]! + names.surnameAt[name]! < end;
    writePart(at + GIVEN, names.tokens[names.start[name]!]!);
    writePart(at + SURNAME, hasSurname ? names.tokens[end - 1]! : MISSING);
    const words = lines.subarray(at + SIGNATURE, at + SIGNATURE + SIGNATURE_WORDS);
    for (let word = 0; word < SIGNATURE_WORDS; word++) {
      words[word] = names.signature[name * SIGNATURE_WORDS + word]!;
    }
    lines[at + BITS] = bitsInAll(words[0]!, words[1]!, words[2]!, words[3]!);
  }
  writePart(count * NAME_PART + GIVEN, MISSING);
  writePart(count * NAME_PART + SURNAME, MISSING);
  return lines;
}

/** How many bits four words have together. */
export function bitsInAll(a: number, b: number, c: number, d: number): number {
  // Of two words no four bits hold more than 8, and of four no eight more than 32.
  const ab = bitsInFours(a) + bitsInFours(b);
  const cd = bitsInFours(c) + bitsInFours(d);
  const eights =
    (ab & 0x0f0f0f0f) + ((ab >>> 4) & 0x0f0f0f0f) + (cd & 0x0f0f0f0f) + ((cd >>> 4) & 0x0f0f0f0f);
  return Math.imul(eights, 0x01010101) >>> 24;
}

/** The bits of each four, counted in their place. */
function bitsInFours(bits: number): number {
  const twos = bits - ((bits >>> 1) & 0x55555555);
  return (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
}
