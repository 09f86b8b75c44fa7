// How two tokens of names relate.
import { MISSING, type TokenTable } from '../domain.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { pairMemo } from './pair-memo.ts';

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

const SPELLING_FROM = 0.9;
const SIMILAR_FROM = 0.78;
const SHORTEST_PREFIX = 3;

export function tokenComparer(tokens: TokenTable): TokenComparer {
  const ofDifferent = pairMemo(tokens.text.length, (a, b) => jaroWinkler(tokens.text[a]!, tokens.text[b]!));
  const similarity = (a: number, b: number): number => (a === b ? 1 : ofDifferent(a, b));
  return {
    similarity,
    level: (a, b, asGiven) => (a === b ? TokenLevel.equal : levelOf(tokens, a, b, asGiven, similarity(a, b))),
  };
}

function levelOf(tokens: TokenTable, a: number, b: number, asGiven: boolean, similarity: number): number {
  if (asGiven && shareGroup(tokens, a, b)) return TokenLevel.nickname;
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
