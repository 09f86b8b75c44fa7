// Tells words that cannot be in a list from those that may be, without making a string: most words are in none.

const BITS = 14;

export class WordFilter {
  private readonly marks = new Uint8Array(1 << BITS);

  constructor(words: Iterable<string>) {
    for (const word of words) {
      this.marks[
        markOf(
          Uint16Array.from(word, (char) => char.charCodeAt(0)),
          0,
          word.length,
        )
      ] = 1;
    }
  }

  /** False: the word `source[from … to)` is certainly not in the list. */
  mayHold(source: Uint16Array, from: number, to: number): boolean {
    return this.marks[markOf(source, from, to)] === 1;
  }
}

function markOf(source: Uint16Array, from: number, to: number): number {
  let hash = to - from;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ source[i]!, 0x9e3779b1);
  return hash >>> (32 - BITS);
}
