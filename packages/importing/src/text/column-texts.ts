// Cells of one column as strings, equal cells as the same one: a service or a phone is made and read once, however often
// it stands there.
import { asciiText } from './utf8.ts';

const { imul } = Math;

const FIRST_PLACES = 128;
/** Longer cells are prose, which hardly repeats. */
const LONGEST = 64;
/** Bounds what a column of ever new cells may hold; later ones are made each time. */
const MOST_TEXTS = 262_144;
/** Places looked at for one cell, so that cells made to collide cost no more than others. */
const MOST_PROBES = 16;
/** Cells after which a column is asked whether remembering pays. */
const TRIAL = 16_384;
/** It does when at least one cell in this many was known. */
const WORTH = 8;

export class ColumnTexts {
  /** What equal cells share with the last one asked for, counting from 0; negative when it is not remembered. */
  key = -1;
  #texts: string[] = [];
  #last = '';
  /** Pairs of a hash and a key plus one, so that a place is looked at in one reach; as many as a power of two. */
  #places = new Int32Array(2 * FIRST_PLACES);
  #asked = 0;
  #known = 0;
  #isTried = false;
  #isRemembering = true;

  /** The text asked for last, where it is that of these bytes too: files stand in order of something. Its key is still there. */
  again(bytes: Uint8Array, from: number, to: number): string | undefined {
    if (this.key < 0 || !isText(this.#last, bytes, from, to)) return undefined;
    this.#asked += 1;
    this.#known += 1;
    return this.#last;
  }

  /** The text of ASCII bytes. `hash` must be the same for the same bytes. */
  textOf(bytes: Uint8Array, from: number, to: number, hash: number): string {
    this.key = -1;
    if (!this.#isRemembering || to - from > LONGEST) return asciiText(bytes, from, to);
    this.#asked += 1;
    if (this.#asked >= TRIAL && !this.#isTried) this.#endTrial();
    const places = this.#places;
    const mask = places.length - 1;
    let place = firstPlace(hash, mask);
    for (let probe = 0; probe < MOST_PROBES; probe++) {
      const key = places[place + 1]! - 1;
      if (key < 0) return this.#remember(asciiText(bytes, from, to), hash, place);
      if (places[place] === hash && isText(this.#texts[key]!, bytes, from, to)) {
        this.#known += 1;
        this.key = key;
        this.#last = this.#texts[key]!;
        return this.#last;
      }
      place = (place + 2) & mask;
    }
    return asciiText(bytes, from, to);
  }

  #endTrial(): void {
    this.#isTried = true;
    if (this.#known * WORTH >= this.#asked) return;
    this.#isRemembering = false;
    this.#texts = [];
    this.#places = new Int32Array(2 * FIRST_PLACES);
  }

  #remember(text: string, hash: number, place: number): string {
    const key = this.#texts.length;
    if (!this.#isRemembering || key === MOST_TEXTS) return text;
    this.#texts.push(text);
    this.#places[place] = hash;
    this.#places[place + 1] = key + 1;
    this.key = key;
    this.#last = text;
    // No more than half of the places are taken.
    if (this.#texts.length * 4 >= this.#places.length) this.#grow();
    return text;
  }

  #grow(): void {
    const old = this.#places;
    const places = new Int32Array(old.length * 2);
    const mask = places.length - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      let place = firstPlace(old[at]!, mask);
      while (places[place + 1] !== 0) place = (place + 2) & mask;
      places[place] = old[at]!;
      places[place + 1] = old[at + 1]!;
    }
    this.#places = places;
  }
}

/** The lower bits of the sum depend on the last few bytes only; a multiplication brings the others down (Knuth). */
const firstPlace = (hash: number, mask: number): number => (imul(hash, 0x9e3779b1) >>> 7) & mask & ~1;

function isText(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let at = from; at < to; at++) if (text.charCodeAt(at - from) !== bytes[at]) return false;
  return true;
}
