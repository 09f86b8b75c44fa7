// A growing list of single-precision numbers, as `Int32List` is one of integers.

export class Float32List {
  /** Valid below `length`. */
  items = new Float32Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.items.length) {
      const grown = new Float32Array(this.items.length * 2);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.length++] = value;
  }

  toArray(): Float32Array {
    return this.items.slice(0, this.length);
  }
}
