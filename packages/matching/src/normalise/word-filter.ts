// Tells words that cannot be in a list from those that may be, without making a string: most words are in none.

/** Sixteen kilobytes of bits: a list of a hundred words is in doubt about one other word in a thousand. */
const BITS = 17;

export class WordFilter {
  private readonly marks = new Int32Array(1 << (BITS - 5));

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const units = Uint16Array.from(word, (char) => char.charCodeAt(0));
      const mark = markOf(units, 0, units.length);
      this.marks[mark >>> 5] = this.marks[mark >>> 5]! | (1 << (mark & 31));
    }
  }

  /** False: the word `source[from … to)` is certainly not in the list. */
  mayHold(source: Uint16Array, from: number, to: number): boolean {
    const mark = markOf(source, from, to);
    return ((this.marks[mark >>> 5]! >>> (mark & 31)) & 1) === 1;
  }
}

function markOf(source: Uint16Array, from: number, to: number): number {
  let hash = to - from;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ source[i]!, 0x9e3779b1);
  return hash >>> (32 - BITS);
}
