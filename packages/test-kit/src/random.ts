// The one source of chance in the kit: a small seeded generator, so that every book can be made again.

/** Draws from one seeded stream. Every method advances the stream. */
export interface Random {
  /** A float in [0, 1). */
  next(): number;
  /** An integer in [0, bound). `bound` ≥ 1. */
  below(bound: number): number;
  /** An integer in [low, high], both included. */
  between(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One element; the list must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** The index of one weight, drawn in proportion. */
  weighted(weights: readonly number[]): number;
  /** An independent stream for a named part, so that one part's draws do not move another's. */
  fork(label: string): Random;
}

const STATE_WORDS = 4;

/** MurmurHash3's mixing of a label into a 32-bit seed (public domain, Austin Appleby). */
function hashLabel(label: string, seed: number): number {
  let hash = seed | 0;
  for (let i = 0; i < label.length; i++) {
    let k = Math.imul(label.charCodeAt(i), 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    hash ^= Math.imul(k, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= label.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/** splitmix32 spreads one seed over the state words. Source: Steele, Lea & Flood 2014, 32-bit form. */
function spreadSeed(seed: number): number[] {
  let state = seed | 0;
  return Array.from({ length: STATE_WORDS }, () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  });
}

/**
 * A seeded random stream: sfc32 (Chris Doty-Humphrey's Small Fast Counter, from PractRand; public domain).
 * @param seed any finite number; its integer part counts, and what lies above 32 bits is folded in.
 */
export function createRandom(seed: number): Random {
  const low = seed >>> 0;
  const high = Math.floor(seed / 2 ** 32) | 0;
  let [a, b, c, counter] = spreadSeed(low ^ Math.imul(high, 0x9e3779b1)) as [number, number, number, number];

  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first draws of sfc32 still show the seed; PractRand discards twelve.
  for (let i = 0; i < 12; i++) next();

  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    next,
    below,
    between: (lowest, highest) => lowest + below(highest - lowest + 1),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)]!,
    weighted: (weights) => {
      let total = 0;
      for (const weight of weights) total += weight;
      let left = next() * total;
      for (let i = 0; i < weights.length; i++) {
        left -= weights[i]!;
        if (left < 0) return i;
      }
      return weights.length - 1;
    },
    fork: (label) => createRandom(hashLabel(label, (low ^ Math.imul(high, 0x9e3779b1)) | 0) >>> 0),
  };
}
