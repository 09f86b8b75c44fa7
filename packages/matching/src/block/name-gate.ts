// Points of agreement of two names from a few integers per name. This runs for every proposed pair, tens of millions of
// times in a large job: all it needs of a name is copied side by side first, so that a name costs one cache line, and it
// stops as soon as it knows.
import { type Gate, MISSING, type Records, type TokenTable } from '../domain.ts';

/** True when two names agree by at least `needed` points. */
export type NameGate = (a: number, b: number, needed: number) => boolean;

const WORDS = 4;

/** Where a name's integers stand in its line. A part is a token, its sound, and its first letter twice plus "is an initial". */
const GIVEN = 0;
const SURNAME = 3;
const BITS = 6;
const SIGNATURE = 7;
const LINE = 12;

export function nameGate(records: Records, gate: Gate): NameGate {
  const lines = linesOf(records);

  const partPoints = (a: number, b: number, agreeing: number): number => {
    const tokenA = lines[a]!;
    const tokenB = lines[b]!;
    if (tokenA === MISSING || tokenB === MISSING) return 0;
    if (tokenA === tokenB) return agreeing;
    const soundA = lines[a + 1]!;
    if (soundA !== MISSING && soundA === lines[b + 1]) return agreeing;
    const letterA = lines[a + 2]!;
    const letterB = lines[b + 2]!;
    return ((letterA | letterB) & 1) === 1 && letterA >> 1 === letterB >> 1 ? gate.initial : 0;
  };

  return (nameA, nameB, needed) => {
    const a = nameA * LINE;
    const b = nameB * LINE;
    const givenPoints = partPoints(a + GIVEN, b + GIVEN, gate.givenName);
    const points = givenPoints + partPoints(a + SURNAME, b + SURNAME, gate.surname);
    if (points >= needed) return true;
    const inCommon = sharedBits(lines, a, b) / Math.max(1, Math.min(lines[a + BITS]!, lines[b + BITS]!));
    for (const level of gate.letters) {
      if (inCommon < level.from) continue;
      if (level.points >= needed) return true;
      break;
    }
    // Last, because it reads lists: a nickname where the given names have nothing else in common.
    if (givenPoints !== 0 || points + gate.givenName < needed) return false;
    return shareGroup(records.tokens, lines[a + GIVEN]!, lines[b + GIVEN]!);
  };
}

/** One line of integers per name. */
function linesOf({ names, tokens }: Records): Int32Array {
  const lines = new Int32Array(names.suffix.length * LINE);
  const writePart = (at: number, token: number): void => {
    const text = token === MISSING ? '' : tokens.text[token]!;
    lines[at] = token;
    lines[at + 1] = token === MISSING ? MISSING : tokens.sound[token]!;
    lines[at + 2] = text === '' ? 0 : text.charCodeAt(0) * 2 + Number(text.length === 1);
  };
  for (let name = 0; name < names.suffix.length; name++) {
    const at = name * LINE;
    const end = names.start[name + 1]!;
    const hasSurname = names.start[name]! + names.surnameAt[name]! < end;
    writePart(at + GIVEN, names.tokens[names.start[name]!]!);
    writePart(at + SURNAME, hasSurname ? names.tokens[end - 1]! : MISSING);
    for (let word = 0; word < WORDS; word++) {
      const bits = names.signature[name * WORDS + word]!;
      lines[at + SIGNATURE + word] = bits;
      lines[at + BITS] = lines[at + BITS]! + bitCount(bits);
    }
  }
  return lines;
}

/** Walks two ascending lists of nickname groups. */
function shareGroup({ groups, groupStart }: TokenTable, a: number, b: number): boolean {
  let i = groupStart[a]!;
  let k = groupStart[b]!;
  while (i < groupStart[a + 1]! && k < groupStart[b + 1]!) {
    if (groups[i] === groups[k]) return true;
    if (groups[i]! < groups[k]!) i++;
    else k++;
  }
  return false;
}

/** Hashed letter pairs that both names have: at least as many as they truly share. */
function sharedBits(lines: Int32Array, a: number, b: number): number {
  let both = 0;
  for (let word = SIGNATURE; word < SIGNATURE + WORDS; word++) {
    both += bitCount(lines[a + word]! & lines[b + word]!);
  }
  return both;
}

function bitCount(bits: number): number {
  let v = bits - ((bits >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
