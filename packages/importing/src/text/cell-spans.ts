// Where the cells of some rows stand in the bytes of their file. Text is made of those that are asked for.
import { ColumnTexts } from './column-texts.ts';
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
  count = 0;
  /** What equal cells of a column share with the one whose text was asked for last; negative when it is not remembered. */
  key = -1;
  readonly bytes: Uint8Array;
  readonly #columns: ColumnTexts[];
  readonly #made: string[] = [];
  #from: Int32Array;
  #to: Int32Array;
  #kind: Uint8Array;

  /** Equal cells are known by `columns`, which the next rows of the file share. */
  constructor(bytes: Uint8Array, columns: ColumnTexts[], expected = FIRST_CELLS) {
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

  textOf(cell: number, column: number): string {
    this.key = -1;
    const from = this.#from[cell]!;
    const to = this.#to[cell]!;
    const kind = this.#kind[cell];
    if (kind === MADE) return this.#made[from]!;
    if (from === to) return '';
    if (kind === UTF8) return utf8Text(this.bytes, from, to);
    if (column >= REMEMBERED_COLUMNS) return asciiText(this.bytes, from, to);
    this.#columns[column] ??= new ColumnTexts();
    const texts = this.#columns[column];
    const text =
      texts.again(this.bytes, from, to) ?? texts.textOf(this.bytes, from, to, hashOf(this.bytes, from, to));
    this.key = texts.key;
    return text;
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

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = ((hash << 5) - hash + bytes[at]!) | 0;
  return hash;
}
