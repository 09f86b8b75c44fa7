// How two tokens of names relate. Distinct pairs recur within a job, so answers are kept in a bounded,
// direct-mapped cache; a Map of all pairs would hit as rarely and hold gigabytes.
import { MISSING, type TokenTable } from '../domain.ts';
import { jaroWinkler } from './jaro-winkler.ts';

/** From nothing in common to the same word; larger never speaks against a match. */
export const TokenLevel = {
  different: 0,
  similar: 1,
  initial: 2,
  sound: 3,
  spelling: 4,
  nickname: 5,
  equal: 6,
} as const;

export interface TokenComparer {
  /** A value of TokenLevel; `asGiven` lets nicknames count. */
  level(a: number, b: number, asGiven: boolean): number;
  /** Jaro–Winkler similarity. */
  similarity(a: number, b: number): number;
}

const MAX_CACHE_BITS = 16;
const MIN_CACHE_BITS = 4;
const SPELLING_FROM = 0.9;
const SIMILAR_FROM = 0.78;
const SHORTEST_PREFIX = 3;

export function tokenComparer(tokens: TokenTable): TokenComparer {
  // A job of two rows must not clear a cache meant for a million.
  const bits = Math.min(
    MAX_CACHE_BITS,
    Math.max(MIN_CACHE_BITS, Math.ceil(Math.log2(tokens.text.length + 1)) + 3),
  );
  const keys = new Float64Array(1 << bits).fill(-1);
  const values = new Float64Array(1 << bits);
  const similarity = (a: number, b: number): number => {
    if (a === b) return 1;
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const key = high * 0x4000000 + low;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - bits);
    if (keys[slot] !== key) {
      keys[slot] = key;
      values[slot] = jaroWinkler(tokens.text[a]!, tokens.text[b]!);
    }
    return values[slot]!;
  };
  return {
    similarity,
    level: (a, b, asGiven) => (a === b ? TokenLevel.equal : levelOf(tokens, a, b, asGiven, similarity(a, b))),
  };
}

function levelOf(tokens: TokenTable, a: number, b: number, asGiven: boolean, similarity: number): number {
  if (asGiven && shareGroup(tokens.nicknameGroups[a]!, tokens.nicknameGroups[b]!)) return TokenLevel.nickname;
  const textA = tokens.text[a]!;
  const textB = tokens.text[b]!;
  const shorter = textA.length < textB.length ? textA : textB;
  const longer = textA.length < textB.length ? textB : textA;
  if (shorter.length === 1) return longer[0] === shorter ? TokenLevel.initial : TokenLevel.different;
  if (similarity >= SPELLING_FROM) return TokenLevel.spelling;
  if (shorter.length >= SHORTEST_PREFIX && longer.startsWith(shorter)) return TokenLevel.spelling;
  if (tokens.sound[a] !== MISSING && tokens.sound[a] === tokens.sound[b]) return TokenLevel.sound;
  // "Cruz" and "delacruz", "Ann" and "Roseann".
  if (shorter.length > SHORTEST_PREFIX && longer.endsWith(shorter)) return TokenLevel.sound;
  return similarity >= SIMILAR_FROM ? TokenLevel.similar : TokenLevel.different;
}

function shareGroup(a: readonly number[], b: readonly number[]): boolean {
  for (const group of a) if (b.includes(group)) return true;
  return false;
}
