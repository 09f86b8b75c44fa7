// A text field of the rows: the bytes of a cell where they are plain, else what was read of its text.
import type { TextCell } from '@medspasync/schemas';
import { isBlank } from '../fields/blank.ts';
import type { IsPlain } from '../fields/plain.ts';
import type { RowCells } from '../source.ts';
import { asciiText } from '../text/utf8.ts';
import { NoValue } from './field-cells.ts';

const NO_BYTES = new Uint8Array(0);

export class TextCells implements TextCell {
  bytes: Uint8Array = NO_BYTES;
  from = 0;
  to = 0;
  text: string | undefined;
  /** Where the cell stood that was read last. */
  columnIndex = -1;
  readonly #columns: readonly number[];
  readonly #isPlain: IsPlain;
  readonly #read: (text: string) => string | NoValue;

  /** `isPlain`: whether `read` answers a cell as it stands. */
  constructor(columns: readonly number[], isPlain: IsPlain, read: (text: string) => string | NoValue) {
    this.#columns = columns;
    this.#isPlain = isPlain;
    this.#read = read;
  }

  get isMissing(): boolean {
    return this.to === this.from && this.text === undefined;
  }

  /** Takes what a row says; answers why it is refused. */
  take(row: RowCells): string | undefined {
    this.text = undefined;
    for (const column of this.#columns) {
      if (row.takeBytes(column, this) && this.#isPlain(this.bytes, this.from, this.to)) return undefined;
      const text = row.textOf(column).trim();
      if (isBlank(text)) continue;
      this.to = this.from;
      this.columnIndex = column;
      const reading = this.#read(text);
      if (reading instanceof NoValue) return reading.problem;
      this.text = reading;
      return undefined;
    }
    this.to = this.from;
    return undefined;
  }

  takeText(text: string | undefined): void {
    this.to = this.from;
    this.text = text;
  }

  takeFrom({ bytes, from, to, text }: TextCell): void {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.text = text;
  }
}

export const textOfCell = ({ bytes, from, to, text }: TextCell): string | undefined =>
  to > from ? asciiText(bytes, from, to) : text;
