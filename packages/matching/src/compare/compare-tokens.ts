// How two tokens of names relate.
import { haveGroupInCommon, MISSING, type PackedTexts, type TokenTable } from '../domain.ts';
import { jaroWinklerOfTexts } from './jaro-winkler.ts';

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

const SPELLING_FROM = 0.9;
const SIMILAR_FROM = 0.78;
const SHORTEST_PREFIX = 3;

/** Pairs remembered, a power of two: more would not fit the processor's nearer caches. */
const MAX_SLOTS = 1 << 15;
/** Typed arrays up to 64 bytes cost no allocation of their own. */
const FEWEST_SLOTS = 8;

/**
 * Compares tokens, and remembers what it found in a bounded, direct-mapped cache: names repeat within a job. `level` and
 * `similarity` answer for the pair `look` was asked for last.
 */
export class TokenComparer {
  /** Jaro–Winkler similarity. */
  similarity = 0;
  private a = MISSING;
  private b = MISSING;
  private slot = 0;
  private readonly mask: number;
  private readonly pairs: Int32Array;
  private readonly similarities: Float64Array;
  /** Levels as given names and as surnames, plus one each, in four bits; 0 where unknown. */
  private readonly levels: Uint8Array;

  constructor(private readonly tokens: TokenTable) {
    let slots = FEWEST_SLOTS;
    while (slots < MAX_SLOTS && slots < tokens.text.length * tokens.text.length) slots *= 2;
    this.mask = slots - 1;
    this.pairs = new Int32Array(slots * 2).fill(MISSING);
    this.similarities = new Float64Array(slots);
    this.levels = new Uint8Array(slots);
  }

  /** Turns to a pair of tokens, in any order. */
  look(a: number, b: number): void {
    this.a = a;
    this.b = b;
    if (a === b) {
      this.similarity = 1;
      return;
    }
    const low = a < b ? a : b;
    const high = a < b ? b : a;
    const slot = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 15) & this.mask;
    this.slot = slot;
    if (this.pairs[slot * 2] !== low || this.pairs[slot * 2 + 1] !== high) {
      this.pairs[slot * 2] = low;
      this.pairs[slot * 2 + 1] = high;
      this.similarities[slot] = jaroWinklerOfTexts(this.tokens.packed, low, high);
      this.levels[slot] = 0;
    }
    this.similarity = this.similarities[slot]!;
  }

  /** A value of TokenLevel; `asGiven` lets nicknames count. */
  level(asGiven: boolean): number {
    if (this.a === this.b) return TokenLevel.equal;
    const shift = asGiven ? 0 : 4;
    const known = (this.levels[this.slot]! >>> shift) & 15;
    if (known !== 0) return known - 1;
    const level = levelOf(this.tokens, this.a, this.b, asGiven, this.similarity);
    this.levels[this.slot] = this.levels[this.slot]! | ((level + 1) << shift);
    return level;
  }
}

function levelOf(tokens: TokenTable, a: number, b: number, asGiven: boolean, similarity: number): number {
  if (asGiven && haveGroupInCommon(tokens, a, b)) return TokenLevel.nickname;
  const { packed, sound } = tokens;
  const lengthA = packed.start[a + 1]! - packed.start[a]!;
  const lengthB = packed.start[b + 1]! - packed.start[b]!;
  const shorter = lengthA < lengthB ? a : b;
  const longer = lengthA < lengthB ? b : a;
  const length = Math.min(lengthA, lengthB);
  const more = Math.max(lengthA, lengthB) - length;
  if (length === 1) return holds(packed, longer, shorter, 0) ? TokenLevel.initial : TokenLevel.different;
  if (similarity >= SPELLING_FROM) return TokenLevel.spelling;
  if (length >= SHORTEST_PREFIX && holds(packed, longer, shorter, 0)) return TokenLevel.spelling;
  // The code is coarse: Kim and Cohen have one, and not a letter in common.
  if (similarity > 0 && sound[a] !== MISSING && sound[a] === sound[b]) return TokenLevel.sound;
  // "Cruz" and "delacruz", "Ann" and "Roseann".
  if (length > SHORTEST_PREFIX && holds(packed, longer, shorter, more)) return TokenLevel.sound;
  return similarity >= SIMILAR_FROM ? TokenLevel.similar : TokenLevel.different;
}

/** Whether the longer text holds the whole of the shorter one from `at` on. */
function holds({ units, start }: PackedTexts, longer: number, shorter: number, at: number): boolean {
  const from = start[longer]! + at - start[shorter]!;
  for (let i = start[shorter]!; i < start[shorter + 1]!; i++) if (units[from + i] !== units[i]) return false;
  return true;
}
