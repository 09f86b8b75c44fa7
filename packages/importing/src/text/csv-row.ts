// One row of a text file, as far as it was looked at.
import type { TextCell } from '@medspasync/schemas';
import type { Row, RowCells, RowRefusal } from '../source.ts';
import type { CellSpans } from './cell-spans.ts';

const SPACE = 0x20;
const DELETE = 0x7f;

export class CsvRow implements Row, RowCells {
  readonly number: number;
  readonly width: number;
  readonly refusal: RowRefusal | undefined;
  readonly #spans: CellSpans;
  readonly #first: number;
  readonly #place: number;
  #cells: string[] | undefined;

  /** The row of `spans` that ends with these cells; a refused row has none. */
  constructor(number: number, spans: CellSpans, first: number, width: number, refusal?: RowRefusal) {
    this.number = number;
    this.width = width;
    this.refusal = refusal;
    this.#spans = spans;
    this.#first = first;
    this.#place = spans.endRow(first, width);
  }

  get cells(): string[] {
    if (this.#cells === undefined) {
      this.#cells = [];
      for (let column = 0; column < this.width; column++) this.#cells.push(this.textOf(column));
    }
    return this.#cells;
  }

  keyOf(column: number): number {
    return this.#spans.keysOf(column)[this.#place]!;
  }

  textOf(column: number): string {
    return column < this.width ? this.#spans.textOf(this.#first + column) : '';
  }

  /** Most cells begin with what they say, so that there is nothing to trim. */
  isBlank(column: number): boolean {
    const cell = this.#first + column;
    const spans = this.#spans;
    if (column >= this.width) return true;
    if (spans.isAscii(cell)) {
      const from = spans.fromOf(cell);
      if (from === spans.toOf(cell)) return true;
      if (spans.bytes[from]! > SPACE && spans.bytes[from]! < DELETE) return false;
    }
    return this.textOf(column).trim() === '';
  }

  mayBeginWithWord(column: number): boolean {
    const cell = this.#first + column;
    const { bytes } = this.#spans;
    if (column >= this.width || !this.#spans.isAscii(cell)) return true;
    const from = this.#spans.fromOf(cell);
    return isLetterOrSpace(bytes[from]!) && isLetterOrSpace(bytes[from + 1]!);
  }

  takeBytes(column: number, into: TextCell): boolean {
    const cell = this.#first + column;
    const spans = this.#spans;
    if (column >= this.width || !spans.isAscii(cell)) return false;
    into.bytes = spans.bytes;
    into.from = spans.fromOf(cell);
    into.to = spans.toOf(cell);
    return into.to > into.from;
  }
}

/** White space before a word would be trimmed. */
function isLetterOrSpace(byte: number): boolean {
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || byte <= SPACE;
}
