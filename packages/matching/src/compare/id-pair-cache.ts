// A bounded, direct-mapped memory of what two ids gave. A Map of all pairs would hit little more often and hold gigabytes.

const MIN_BITS = 4;
const MAX_BITS = 18;

/** Entries by slot; a slot holds the pair that asked for it last. */
export class IdPairCache {
  private readonly shift: number;
  /** The two ids of each slot, plus one, side by side; 0 where it is empty. */
  private readonly pairs: Int32Array;
  /** Valid for a slot that `holds` the pair. */
  readonly value: Float64Array;

  /** A cache for about so many questions: a job of two rows must not clear one meant for a million. */
  constructor(questions: number) {
    const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, Math.ceil(Math.log2(questions + 1))));
    this.shift = 32 - bits;
    this.pairs = new Int32Array(2 << bits);
    this.value = new Float64Array(1 << bits);
  }

  slotOf(a: number, b: number): number {
    return (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> this.shift;
  }

  holds(slot: number, a: number, b: number): boolean {
    return this.pairs[slot * 2] === a + 1 && this.pairs[slot * 2 + 1] === b + 1;
  }

  set(slot: number, a: number, b: number, value: number): void {
    this.pairs[slot * 2] = a + 1;
    this.pairs[slot * 2 + 1] = b + 1;
    this.value[slot] = value;
  }
}
