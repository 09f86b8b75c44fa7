// Gives each distinct text an id and keeps the texts packed. A Map of strings costs several times as much: a file has a
// million cells, most of them distinct, and each would be hashed, linked and kept alive as an object.
import { type PackedTexts, textAt } from '../domain.ts';

/** Where readers of cells put what they read, before it has an id. Longer texts bring an array of their own. */
export const scratch = new Uint16Array(512);

/** Small, because a job may be one pair: typed arrays up to 64 bytes cost no allocation of their own. */
const FIRST_TEXTS = 4;
const FIRST_UNITS = 32;
/** From here on a table takes the room it will need at once: arrays given up on the way wake the garbage collector. */
const MANY_TEXTS = 1024;
/** Room beyond what the texts so far would need in the end. */
const SPARE = 1.1;

/** Its own in every process, so that no file can be made of texts that collide. */
const SEED = Math.floor(Math.random() * 0x7fffffff);

export class TextInterner {
  count = 0;
  /** Open addressing: the hash and id + 1 of each slot side by side; 0 for an empty one. */
  private slots: Int32Array = new Int32Array(FIRST_TEXTS * 4);
  private start = new Int32Array(FIRST_TEXTS + 1);
  private units = new Uint16Array(FIRST_UNITS);

  /** `expected` texts at most, as far as is known. */
  constructor(private readonly expected = 0) {}

  /** The id of the text `source[from … to)`, new or known; ids count from 0. */
  idOf(source: Uint16Array, from: number, to: number): number {
    const hash = hashOf(source, from, to);
    const slots = this.slots;
    const last = slots.length - 2;
    let slot = (hash << 1) & last;
    for (; slots[slot + 1] !== 0; slot = (slot + 2) & last) {
      const id = slots[slot + 1]! - 1;
      if (slots[slot] === hash && this.isText(id, source, from, to)) return id;
    }
    slots[slot] = hash;
    slots[slot + 1] = this.count + 1;
    return this.add(source, from, to);
  }

  /** The id of the first `length` units of a string. */
  idOfText(text: string, length = text.length): number {
    const units = length <= scratch.length ? scratch : new Uint16Array(length);
    for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i);
    return this.idOf(units, 0, length);
  }

  lengthOf(id: number): number {
    return this.start[id + 1]! - this.start[id]!;
  }

  firstUnitOf(id: number): number {
    return this.units[this.start[id]!]!;
  }

  textOf(id: number): string {
    return textAt(this.live(), id);
  }

  /** Without a copy: true until the next new text, and with room beyond the last one. */
  live(): PackedTexts {
    return { units: this.units, start: this.start };
  }

  packed(): PackedTexts {
    return {
      units: this.units.slice(0, this.start[this.count]!),
      start: this.start.slice(0, this.count + 1),
    };
  }

  strings(): string[] {
    const packed = this.live();
    return Array.from({ length: this.count }, (_, id) => textAt(packed, id));
  }

  private isText(id: number, source: Uint16Array, from: number, to: number): boolean {
    const at = this.start[id]!;
    if (this.start[id + 1]! - at !== to - from) return false;
    for (let i = from; i < to; i++) if (this.units[at + i - from] !== source[i]) return false;
    return true;
  }

  private add(source: Uint16Array, from: number, to: number): number {
    const id = this.count++;
    const at = this.start[id]!;
    const end = at + to - from;
    if (end > this.units.length) {
      const inTheEnd = id < MANY_TEXTS ? 0 : Math.ceil((end / (id + 1)) * SPARE * this.expected);
      const grown = new Uint16Array(Math.max(this.units.length * 2, end, inTheEnd));
      grown.set(this.units);
      this.units = grown;
    }
    for (let i = from; i < to; i++) this.units[at + i - from] = source[i]!;
    this.start[id + 1] = end;
    if (this.count === this.start.length - 1) this.grow();
    return id;
  }

  private grow(): void {
    const room = roomFor(this.count, this.expected);
    const start = new Int32Array(room + 1);
    start.set(this.start);
    this.start = start;
    this.slots = widerSlots(this.slots, room);
  }
}

/** Two units at a time: each step waits for the one before. */
function hashOf(source: Uint16Array, from: number, to: number): number {
  let hash = SEED;
  let i = from;
  for (; i < to - 1; i += 2) hash = Math.imul(hash ^ (source[i]! | (source[i + 1]! << 16)), 0x9e3779b1);
  if (i < to) hash = Math.imul(hash ^ source[i]!, 0x9e3779b1);
  hash ^= hash >>> 15;
  return hash;
}

/** How many ids a full table of `count` gets room for: a power of two, so that slots can be masked. */
export function roomFor(count: number, expected: number): number {
  let room = count * 2;
  while (count >= MANY_TEXTS && room < expected) room *= 2;
  return room;
}

/** Slots for `room` ids, filled with the same hashes and ids. */
export function widerSlots(slots: Int32Array, room: number): Int32Array {
  const wider = new Int32Array(room * 4);
  const last = wider.length - 2;
  for (let from = 0; from < slots.length; from += 2) {
    if (slots[from + 1] === 0) continue;
    let slot = (slots[from]! << 1) & last;
    while (wider[slot + 1] !== 0) slot = (slot + 2) & last;
    wider[slot] = slots[from]!;
    wider[slot + 1] = slots[from + 1]!;
  }
  return wider;
}
