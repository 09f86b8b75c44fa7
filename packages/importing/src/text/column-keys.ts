// Equal cells of one column by one small number: a service or a phone is made and read once, however often it stands there.

const { imul } = Math;

const FIRST_KEYS = 64;
const FIRST_BYTES = 1024;
/** Longer cells are prose, which hardly repeats. */
const LONGEST = 64;
/** Bounds what a column of ever new cells may hold; later ones have no key. */
const MOST_KEYS = 262_144;
/** Places looked at for one cell, so that cells made to collide cost no more than others. */
const MOST_PROBES = 16;
/** Cells after which a column is asked whether remembering pays. */
const TRIAL = 16_384;
/** It does when at least one cell in this many was known. */
const WORTH = 8;

/** Of a cell that is not remembered. */
export const NO_KEY = -1;
/** Of the empty cell. */
export const EMPTY_KEY = 0;

export class ColumnKeys {
  /** Keys given, that of the empty cell among them. */
  #count = 1;
  #last = EMPTY_KEY;
  #lastStart = 0;
  #lastLength = 0;
  /** The bytes of key k: `bytes[start[k] … start[k + 1])`. */
  #bytes = new Uint8Array(FIRST_BYTES);
  #start = new Int32Array(FIRST_KEYS + 1);
  /** Pairs of a hash and a key, so that a place is looked at in one reach; as many as a power of two. */
  #places = new Int32Array(4 * FIRST_KEYS);
  #asked = 0;
  #isTried = false;
  #isRemembering = true;

  /** The key of an ASCII cell, or `NO_KEY`. */
  keyOf(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    if (length === 0) return EMPTY_KEY;
    if (!this.#isRemembering || length > LONGEST) return NO_KEY;
    this.#asked += 1;
    const own = this.#bytes;
    // Files stand in order of something.
    if (length === this.#lastLength && areSame(own, this.#lastStart, bytes, from, length)) return this.#last;
    if (this.#asked >= TRIAL && !this.#isTried) this.#endTrial();
    const hash = hashOf(bytes, from, to);
    const places = this.#places;
    const mask = places.length - 1;
    let place = firstPlace(hash, mask);
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const key = places[place + 1]!;
      if (key === EMPTY_KEY) return this.#remember(bytes, from, length, hash, place);
      const start = this.#start[key]!;
      const isEqual =
        places[place] === hash &&
        this.#start[key + 1]! - start === length &&
        areSame(own, start, bytes, from, length);
      if (isEqual) return this.#found(key, start, length);
      place = (place + 2) & mask;
    }
    return NO_KEY;
  }

  #found(key: number, start: number, length: number): number {
    this.#last = key;
    this.#lastStart = start;
    this.#lastLength = length;
    return key;
  }

  #endTrial(): void {
    this.#isTried = true;
    this.#isRemembering = (this.#asked - this.#count) * WORTH >= this.#asked;
  }

  #remember(bytes: Uint8Array, from: number, length: number, hash: number, place: number): number {
    if (!this.#isRemembering || this.#count === MOST_KEYS) return NO_KEY;
    const key = this.#count++;
    const start = this.#start[key]!;
    if (start + LONGEST > this.#bytes.length) this.#bytes = widened(this.#bytes, this.#bytes.length * 2);
    this.#bytes.set(bytes.subarray(from, from + length), start);
    this.#start[key + 1] = start + length;
    this.#places[place] = hash;
    this.#places[place + 1] = key;
    if (this.#count === this.#start.length - 1) this.#grow();
    return this.#found(key, start, length);
  }

  /** No more than half of the places are taken. */
  #grow(): void {
    const room = this.#count * 2;
    this.#start = widened(this.#start, room + 1);
    const old = this.#places;
    const places = new Int32Array(room * 4);
    const mask = places.length - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === EMPTY_KEY) continue;
      let place = firstPlace(old[at]!, mask);
      while (places[place + 1] !== EMPTY_KEY) place = (place + 2) & mask;
      places[place] = old[at]!;
      places[place + 1] = old[at + 1]!;
    }
    this.#places = places;
  }
}

function areSame(own: Uint8Array, start: number, bytes: Uint8Array, from: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (own[start + i] !== bytes[from + i]) return false;
  return true;
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = ((hash << 5) - hash + bytes[at]!) | 0;
  return hash;
}

/** The lower bits of the sum depend on the last few bytes only; a multiplication brings the others down (Knuth). */
const firstPlace = (hash: number, mask: number): number => (imul(hash, 0x9e3779b1) >>> 7) & mask & ~1;

function widened<T extends Int32Array | Uint8Array>(values: T, room: number): T {
  const wider = new (values.constructor as new (length: number) => T)(room);
  wider.set(values);
  return wider;
}
