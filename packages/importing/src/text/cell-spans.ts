// Where the cells of some rows stand in the bytes of their file. Text is made of those that are asked for.
import { ColumnKeys, EMPTY_KEY, NO_KEY } from './column-keys.ts';
import { asciiText, utf8Text } from './utf8.ts';

/** Columns whose cells are remembered; wider tables than any export are read without. */
const REMEMBERED_COLUMNS = 256;
const FIRST_CELLS = 1024;

/** What stands between `from` and `to` of a cell. */
const ASCII = 0;
const UTF8 = 1;
/** No bytes but a text that had to be put together; `from` is its place. */
const MADE = 2;

export class CellSpans {
  /** Cells, and rows that are complete. */
  count = 0;
  rows = 0;
  readonly bytes: Uint8Array;
  readonly #columns: ColumnKeys[];
  readonly #made: string[] = [];
  /** By row: its first cell, and how many it has. */
  readonly #first: number[] = [];
  readonly #width: number[] = [];
  /** By column, then by row: made when first asked for. */
  readonly #keys: Int32Array[] = [];
  #from: Int32Array;
  #to: Int32Array;
  #kind: Uint8Array;

  /** Equal cells are known by `columns`, which the next rows of the file share. */
  constructor(bytes: Uint8Array, columns: ColumnKeys[], expected = FIRST_CELLS) {
    this.bytes = bytes;
    this.#columns = columns;
    this.#from = new Int32Array(expected);
    this.#to = new Int32Array(expected);
    this.#kind = new Uint8Array(expected);
  }

  add(from: number, to: number, isAscii: boolean): void {
    this.#add(from, to, isAscii ? ASCII : UTF8);
  }

  addText(text: string): void {
    this.#add(this.#made.push(text) - 1, 0, MADE);
  }

  fromOf(cell: number): number {
    return this.#from[cell]!;
  }

  toOf(cell: number): number {
    return this.#to[cell]!;
  }

  isAscii(cell: number): boolean {
    return this.#kind[cell] === ASCII;
  }

  /** Ends a row of the last `width` cells, or of none where it is refused; answers its place. */
  endRow(first: number, width: number): number {
    this.#first.push(first);
    this.#width.push(width);
    return this.rows++;
  }

  /** What the cells of a column share with equal ones, by row; negative where they are not remembered. */
  keysOf(column: number): Int32Array {
    this.#keys[column] ??= this.#readKeys(column);
    return this.#keys[column];
  }

  textOf(cell: number): string {
    const from = this.#from[cell]!;
    const to = this.#to[cell]!;
    const kind = this.#kind[cell];
    if (kind === MADE) return this.#made[from]!;
    return kind === UTF8 ? utf8Text(this.bytes, from, to) : asciiText(this.bytes, from, to);
  }

  /** Of all rows at once: one loop over a table that stays at hand. */
  #readKeys(column: number): Int32Array {
    const keys = new Int32Array(this.rows).fill(NO_KEY);
    if (column >= REMEMBERED_COLUMNS) return keys;
    this.#columns[column] ??= new ColumnKeys();
    const known = this.#columns[column];
    const from = this.#from;
    const to = this.#to;
    const kind = this.#kind;
    for (let row = 0; row < keys.length; row++) {
      const cell = this.#first[row]! + column;
      if (column >= this.#width[row]!) keys[row] = EMPTY_KEY;
      else if (kind[cell] === ASCII) keys[row] = known.keyOf(this.bytes, from[cell]!, to[cell]!);
    }
    return keys;
  }

  #add(from: number, to: number, kind: number): void {
    const cell = this.count++;
    if (cell === this.#kind.length) this.#grow();
    this.#from[cell] = from;
    this.#to[cell] = to;
    this.#kind[cell] = kind;
  }

  #grow(): void {
    const room = this.#kind.length * 2;
    const from = new Int32Array(room);
    from.set(this.#from);
    this.#from = from;
    const to = new Int32Array(room);
    to.set(this.#to);
    this.#to = to;
    const kind = new Uint8Array(room);
    kind.set(this.#kind);
    this.#kind = kind;
  }
}
