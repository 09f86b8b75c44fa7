// Interns rows of a few floats. Most pairs of a job measure alike in one comparison or another: a model need only see
// each distinct row once, and a million pairs need only remember which one they have.

const FIRST_ROWS = 16;

export class DistinctInputs {
  private rows = 0;
  private values: Float32Array;
  private valueBits: Int32Array;
  /** Open addressing: row + 1, or 0 for an empty slot, and the row's hash beside it, so that one look decides. */
  private slots = new Int32Array(FIRST_ROWS * 8);
  /** One row to be filled before `idOfRow` is asked; its bits are what is compared, so that NaN equals NaN. */
  readonly row: Float32Array;
  private readonly rowBits: Int32Array;

  constructor(private readonly width: number) {
    this.row = new Float32Array(width);
    this.rowBits = new Int32Array(this.row.buffer);
    this.values = new Float32Array(FIRST_ROWS * width);
    this.valueBits = new Int32Array(this.values.buffer);
  }

  /** The id of the values in `row`, new or known; ids count from 0. */
  idOfRow(): number {
    const { slots } = this;
    const hash = this.hashOfRow();
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (; slots[slot] !== 0; slot = (slot + 2) & mask) {
      const id = slots[slot]! - 1;
      if (slots[slot + 1] === hash && this.isRow(id)) return id;
    }
    const id = this.rows++;
    slots[slot] = id + 1;
    slots[slot + 1] = hash;
    const at = id * this.width;
    for (let i = 0; i < this.width; i++) this.valueBits[at + i] = this.rowBits[i]!;
    if (this.rows * this.width === this.values.length) this.grow();
    return id;
  }

  /** Every distinct row, in order of id. */
  toArray(): Float32Array {
    return this.view().slice();
  }

  /** The same where it lies, until the next row. */
  view(): Float32Array {
    return this.values.subarray(0, this.rows * this.width);
  }

  private hashOfRow(): number {
    let hash = 0x811c9dc5;
    for (let i = 0; i < this.width; i++) {
      hash = Math.imul(hash ^ this.rowBits[i]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private isRow(id: number): boolean {
    const at = id * this.width;
    for (let i = 0; i < this.width; i++) if (this.valueBits[at + i] !== this.rowBits[i]) return false;
    return true;
  }

  private grow(): void {
    const values = new Float32Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
    this.valueBits = new Int32Array(values.buffer);
    const known = this.slots;
    this.slots = new Int32Array(known.length * 2);
    const mask = this.slots.length - 2;
    for (let from = 0; from < known.length; from += 2) {
      if (known[from] === 0) continue;
      let slot = (known[from + 1]! << 1) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 2) & mask;
      this.slots[slot] = known[from]!;
      this.slots[slot + 1] = known[from + 1]!;
    }
  }
}
