// Points of agreement of two names from a few integers per name. This runs for every proposed pair, tens of millions of
// times in a large job: all it needs of a name is copied into flat arrays first, and it stops as soon as it knows.
import { type Gate, MISSING, type NameTable, type Records, type TokenTable } from '../domain.ts';

/** True when two names agree by at least `needed` points. */
export type NameGate = (a: number, b: number, needed: number) => boolean;

const WORDS = 4;

export function nameGate(records: Records, gate: Gate): NameGate {
  const { names, tokens } = records;
  const given = partColumns(names, tokens, (name) => names.tokens[names.start[name]!]!);
  const surname = partColumns(names, tokens, (name) =>
    names.start[name]! + names.surnameAt[name]! < names.start[name + 1]!
      ? names.tokens[names.start[name + 1]! - 1]!
      : MISSING,
  );
  const { nicknameGroups } = tokens;
  const { signature } = names;
  const bits = Uint8Array.from(names.text, (_, name) => {
    let count = 0;
    for (let word = 0; word < WORDS; word++) count += bitCount(signature[name * WORDS + word]!);
    return count;
  });

  const partPoints = (part: PartColumns, a: number, b: number, agreeing: number): number => {
    if (part.token[a] === MISSING || part.token[b] === MISSING) return 0;
    if (part.token[a] === part.token[b]) return agreeing;
    if (part.sound[a] !== MISSING && part.sound[a] === part.sound[b]) return agreeing;
    const oneIsInitial = part.isInitial[a] === 1 || part.isInitial[b] === 1;
    return oneIsInitial && part.letter[a] === part.letter[b] ? gate.initial : 0;
  };

  return (a, b, needed) => {
    let points = partPoints(given, a, b, gate.givenName) + partPoints(surname, a, b, gate.surname);
    if (points >= needed) return true;
    const inCommon = sharedBits(signature, a, b) / Math.max(1, Math.min(bits[a]!, bits[b]!));
    for (const level of gate.letters) {
      if (inCommon < level.from) continue;
      if (level.points >= needed) return true;
      break;
    }
    // Last, because it reads lists: a nickname where the given names have nothing else in common.
    if (points + gate.givenName < needed) return false;
    const groupsA = nicknameGroups[given.token[a]!]!;
    if (groupsA.length === 0) return false;
    if (
      partPoints(given, a, b, gate.givenName) === 0 &&
      shareOne(groupsA, nicknameGroups[given.token[b]!]!)
    ) {
      points += gate.givenName;
    }
    return points >= needed;
  };
}

/** One token of each name, as columns. */
interface PartColumns {
  token: Int32Array;
  sound: Int32Array;
  letter: Uint16Array;
  isInitial: Uint8Array;
}

function partColumns(names: NameTable, tokens: TokenTable, tokenOf: (name: number) => number): PartColumns {
  const token = Int32Array.from(names.text, (_, name) => tokenOf(name));
  const textOf = (id: number): string => (id === MISSING ? '' : tokens.text[id]!);
  return {
    token,
    sound: token.map((id) => (id === MISSING ? MISSING : tokens.sound[id]!)),
    letter: Uint16Array.from(token, (id) => (id === MISSING ? 0 : textOf(id).charCodeAt(0))),
    isInitial: Uint8Array.from(token, (id) => Number(textOf(id).length === 1)),
  };
}

function shareOne(a: readonly number[], b: readonly number[]): boolean {
  for (const group of a) if (b.includes(group)) return true;
  return false;
}

/** Hashed letter pairs that both names have: at least as many as they truly share. */
function sharedBits(signature: Int32Array, a: number, b: number): number {
  let both = 0;
  for (let word = 0; word < WORDS; word++) {
    both += bitCount(signature[a * WORDS + word]! & signature[b * WORDS + word]!);
  }
  return both;
}

function bitCount(bits: number): number {
  let v = bits - ((bits >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
