// Gives each distinct non-negative integer up to 2^53 an id: phone numbers and amounts.
import { roomFor, widerSlots } from './text-interner.ts';

const FIRST_NUMBERS = 4;
const TWO_32 = 0x100000000;

export class NumberInterner {
  count = 0;
  /** The numbers by id; longer than there are ids. */
  private numbers = new Float64Array(FIRST_NUMBERS);
  /** Open addressing: the hash and id + 1 of each slot side by side; 0 for an empty one. */
  private slots: Int32Array = new Int32Array(FIRST_NUMBERS * 4);

  /** `expected` numbers at most, as far as is known. */
  constructor(private readonly expected = 0) {}

  /** The id of `value`, new or known; ids count from 0. */
  idOf(value: number): number {
    let hash = Math.imul(value | 0, 0x9e3779b1) ^ Math.imul((value / TWO_32) | 0, 0x85ebca6b);
    hash ^= hash >>> 15;
    const last = this.slots.length - 2;
    let slot = (hash << 1) & last;
    for (; this.slots[slot + 1] !== 0; slot = (slot + 2) & last) {
      const id = this.slots[slot + 1]! - 1;
      if (this.numbers[id] === value) return id;
    }
    const id = this.count++;
    this.slots[slot] = hash;
    this.slots[slot + 1] = id + 1;
    this.numbers[id] = value;
    if (this.count === this.numbers.length) this.grow();
    return id;
  }

  /** The ids of distinct numbers, one by one. */
  idsOf(numbers: Float64Array): Int32Array {
    return new Int32Array(numbers.length).map((_, i) => this.idOf(numbers[i]!));
  }

  numberOf(id: number): number {
    return this.numbers[id]!;
  }

  /** Every distinct number, in order of id. */
  toArray(): Float64Array {
    return this.numbers.slice(0, this.count);
  }

  private grow(): void {
    const room = roomFor(this.count, this.expected);
    const numbers = new Float64Array(room);
    numbers.set(this.numbers);
    this.numbers = numbers;
    this.slots = widerSlots(this.slots, room);
  }
}
