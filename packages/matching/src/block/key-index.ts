// POS rows by key, each block in order of day: a hash table in typed arrays, since a million rows emit many
// millions of keys. A collision of hashes only proposes a pair too many.
import { NO_DAY } from '../domain.ts';

const EMPTY_BLOCK = -1;

export class KeyIndex {
  private readonly mask: number;
  private readonly slotKey: Int32Array;
  private readonly slotBlock: Int32Array;
  private readonly start: Int32Array;
  readonly rows: Int32Array;

  /** `keys[i]` belongs to `rows[i]`; rows come in ascending order of day. */
  constructor(
    keys: Int32Array,
    rows: Int32Array,
    count: number,
    private readonly day: Int32Array,
  ) {
    let capacity = 16;
    while (capacity < count * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.slotKey = new Int32Array(capacity);
    this.slotBlock = new Int32Array(capacity).fill(EMPTY_BLOCK);
    const blockOf = new Int32Array(count);
    let blocks = 0;
    for (let i = 0; i < count; i++) {
      const slot = this.slotOf(keys[i]!);
      if (this.slotBlock[slot] === EMPTY_BLOCK) {
        this.slotKey[slot] = keys[i]!;
        this.slotBlock[slot] = blocks++;
      }
      blockOf[i] = this.slotBlock[slot]!;
    }
    this.start = new Int32Array(blocks + 1);
    for (let i = 0; i < count; i++) this.start[blockOf[i]! + 1] = this.start[blockOf[i]! + 1]! + 1;
    for (let b = 0; b < blocks; b++) this.start[b + 1] = this.start[b + 1]! + this.start[b]!;
    const next = this.start.slice();
    this.rows = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const b = blockOf[i]!;
      this.rows[next[b]!] = rows[i]!;
      next[b] = next[b]! + 1;
    }
  }

  /** The block of a key as `[from, to)` into `rows`; empty when nobody has the key. */
  blockOf(key: number): { from: number; to: number } {
    const block = this.slotBlock[this.slotOf(key)]!;
    return block === EMPTY_BLOCK
      ? { from: 0, to: 0 }
      : { from: this.start[block]!, to: this.start[block + 1]! };
  }

  /** The first position in `[from, to)` whose row is on `day` or later. Rows without a date come first of all. */
  firstFrom(day: number, from: number, to: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.day[this.rows[middle]!]! < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where the dated rows of a block begin. */
  firstDated(from: number, to: number): number {
    return from < to && this.day[this.rows[from]!] === NO_DAY ? this.firstFrom(NO_DAY + 1, from, to) : from;
  }

  private slotOf(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & this.mask;
    while (this.slotBlock[slot] !== EMPTY_BLOCK && this.slotKey[slot] !== key) slot = (slot + 1) & this.mask;
    return slot;
  }
}
