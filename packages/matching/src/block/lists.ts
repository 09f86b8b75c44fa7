// Lists of integers end to end: list l is `items[start[l] … start[l + 1])`.
import { MISSING } from '../domain.ts';

export interface Lists {
  start: Int32Array;
  items: Int32Array;
}

/** Writes lists one after the other, without an array for each. */
export class ListWriter {
  private items = new Int32Array(64);
  private readonly start: Int32Array;
  private list = 0;
  private length = 0;

  constructor(lists: number) {
    this.start = new Int32Array(lists + 1);
  }

  push(item: number): void {
    if (this.length === this.items.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.items);
      this.items = wider;
    }
    this.items[this.length++] = item;
  }

  /** Ends the current list. */
  next(): void {
    this.start[++this.list] = this.length;
  }

  /** Leaves the lists before `list` empty that are not written yet. */
  skipTo(list: number): void {
    while (this.list < list) this.next();
  }

  lists(): Lists {
    return { start: this.start, items: this.items.slice(0, this.length) };
  }
}

/** The other way round: which lists hold each item below `items`, in ascending order. */
export function inverted(lists: Lists, items: number): Lists {
  const start = new Int32Array(items + 1);
  for (let i = 0; i < lists.items.length; i++) {
    const next = lists.items[i]! + 1;
    start[next] = start[next]! + 1;
  }
  for (let item = 0; item < items; item++) start[item + 1] = start[item + 1]! + start[item]!;
  const holders = new Int32Array(lists.items.length);
  const end = start.slice();
  for (let list = 0; list + 1 < lists.start.length; list++) {
    for (let i = lists.start[list]!; i < lists.start[list + 1]!; i++) {
      const item = lists.items[i]!;
      holders[end[item]!] = list;
      end[item] = end[item]! + 1;
    }
  }
  return { start, items: holders };
}

/** The standing rows of each id: ascending, those that have it in two columns twice. */
export function rowsById(
  columns: readonly Int32Array[],
  cancelled: Uint8Array,
  rows: number,
  ids: number,
): Lists {
  const start = new Int32Array(ids + 1);
  for (const column of columns) {
    for (let p = 0; p < rows; p++) {
      if (column[p] === MISSING || cancelled[p] === 1) continue;
      const next = column[p]! + 1;
      start[next] = start[next]! + 1;
    }
  }
  for (let id = 0; id < ids; id++) start[id + 1] = start[id + 1]! + start[id]!;
  const items = new Int32Array(start[ids]!);
  const end = start.slice();
  for (let p = 0; p < rows; p++) {
    if (cancelled[p] === 1) continue;
    for (let c = 0; c < columns.length; c++) {
      const id = columns[c]![p]!;
      if (id === MISSING) continue;
      items[end[id]!] = p;
      end[id] = end[id]! + 1;
    }
  }
  return { start, items };
}
