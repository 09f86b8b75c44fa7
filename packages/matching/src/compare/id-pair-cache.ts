// A bounded, direct-mapped memory of what two ids gave. A Map of all pairs would hit little more often and hold gigabytes.

const MIN_BITS = 4;
const MAX_BITS = 18;

/** Entries by slot; a slot holds the pair that asked for it last. */
export interface IdPairCache {
  slotOf(a: number, b: number): number;
  holds(slot: number, a: number, b: number): boolean;
  set(slot: number, a: number, b: number, value: number): void;
  /** Valid for a slot that `holds` the pair. */
  value: Float64Array;
}

/** A cache for about so many questions: a job of two rows must not clear one meant for a million. */
export function idPairCache(questions: number): IdPairCache {
  const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, Math.ceil(Math.log2(questions + 1))));
  const first = new Int32Array(1 << bits);
  const second = new Int32Array(1 << bits);
  const filled = new Uint8Array(1 << bits);
  const value = new Float64Array(1 << bits);
  return {
    value,
    slotOf: (a, b) => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - bits),
    holds: (slot, a, b) => filled[slot] === 1 && first[slot] === a && second[slot] === b,
    set: (slot, a, b, found) => {
      filled[slot] = 1;
      first[slot] = a;
      second[slot] = b;
      value[slot] = found;
    },
  };
}
