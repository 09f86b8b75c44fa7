// Interns rows of a few floats. Most pairs of a job measure alike in one comparison or another: a model need only see
// each distinct row once, and a million pairs need only remember which one they have.

const FIRST_ROWS = 16;

export class DistinctInputs {
  private rows = 0;
  private values: Float32Array;
  private hashes = new Int32Array(FIRST_ROWS);
  /** Open addressing: row + 1, or 0 for an empty slot. */
  private slots = new Int32Array(FIRST_ROWS * 4);
  /** One row to be filled before `idOfRow` is asked; its bits are what is compared, so that NaN equals NaN. */
  readonly row: Float32Array;
  private readonly rowBits: Int32Array;
  private valueBits: Int32Array;

  constructor(private readonly width: number) {
    this.row = new Float32Array(width);
    this.rowBits = new Int32Array(this.row.buffer);
    this.values = new Float32Array(FIRST_ROWS * width);
    this.valueBits = new Int32Array(this.values.buffer);
  }

  /** The id of the values in `row`, new or known; ids count from 0. */
  idOfRow(): number {
    const hash = this.hashOfRow();
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const id = this.slots[slot]! - 1;
      if (this.hashes[id] === hash && this.isRow(id)) return id;
    }
    if (this.rows === this.hashes.length) {
      this.grow();
      return this.idOfRow();
    }
    const id = this.rows++;
    this.values.set(this.row, id * this.width);
    this.hashes[id] = hash;
    this.slots[slot] = id + 1;
    return id;
  }

  /** Every distinct row, in order of id. */
  toArray(): Float32Array {
    return this.values.slice(0, this.rows * this.width);
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
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(hashes.length * 4);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.rows; id++) {
      let slot = hashes[id]! & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id + 1;
    }
  }
}
