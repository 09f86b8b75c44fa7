// Gives each distinct 32-bit key a block number. A collision of the hashes that keys are only proposes a pair too many.

export const NO_BLOCK = -1;

const FIRST_KEYS = 8;

export class KeyTable {
  blocks = 0;
  /** Open addressing: the key and block + 1 of each slot side by side; 0 for an empty one. */
  private slots: Int32Array;

  /** About so many keys are expected. */
  constructor(keys: number) {
    let slots = FIRST_KEYS * 2;
    while (slots < keys) slots *= 2;
    this.slots = new Int32Array(slots * 2);
  }

  /** The block of a key, new or known. */
  blockFor(key: number): number {
    const slot = this.slotOf(key);
    const known = this.slots[slot + 1]!;
    if (known !== 0) return known - 1;
    this.slots[slot] = key;
    this.slots[slot + 1] = ++this.blocks;
    if (this.blocks * 4 > this.slots.length) this.grow();
    return this.blocks - 1;
  }

  /** The block of a key, or NO_BLOCK when nobody brought it. */
  blockOf(key: number): number {
    return this.slots[this.slotOf(key) + 1]! - 1;
  }

  private slotOf(key: number): number {
    const { slots } = this;
    const last = slots.length - 2;
    let slot = ((Math.imul(key, 0x9e3779b1) >>> 7) << 1) & last;
    while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & last;
    return slot;
  }

  private grow(): void {
    const full = this.slots;
    this.slots = new Int32Array(full.length * 2);
    for (let i = 0; i < full.length; i += 2) {
      if (full[i + 1] === 0) continue;
      const slot = this.slotOf(full[i]!);
      this.slots[slot] = full[i]!;
      this.slots[slot + 1] = full[i + 1]!;
    }
  }
}
