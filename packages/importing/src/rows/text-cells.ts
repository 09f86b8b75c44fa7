// A text field of the rows: the bytes of a cell where they are plain, else what was read of its text.
import type { TextCell } from '@medspasync/schemas';
import type { IsPlain } from '../fields/plain.ts';
import type { RowCells } from '../source.ts';
import { asciiText } from '../text/utf8.ts';
import { FieldCells, NoValue } from './field-cells.ts';

const NO_BYTES = new Uint8Array(0);

export class TextCells implements TextCell {
  bytes: Uint8Array = NO_BYTES;
  from = 0;
  to = 0;
  text: string | undefined;
  readonly #column: number;
  readonly #isPlain: IsPlain;
  readonly #cells: FieldCells<string>;

  /** `isPlain`: whether `read` answers a cell as it stands. */
  constructor(columns: readonly number[], isPlain: IsPlain, read: (text: string) => string | NoValue) {
    this.#column = columns[0] ?? -1;
    this.#isPlain = isPlain;
    this.#cells = new FieldCells(columns, read);
  }

  get isMissing(): boolean {
    return this.to === this.from && this.text === undefined;
  }

  /** Where the cell stood that was read last, unless its bytes were taken. */
  get columnIndex(): number {
    return this.#cells.columnIndex;
  }

  /** Takes what a row says; answers why it is refused. */
  take(row: RowCells): string | undefined {
    this.takeText(undefined);
    if (this.#column < 0) return undefined;
    if (row.takeBytes(this.#column, this) && this.#isPlain(this.bytes, this.from, this.to)) return undefined;
    this.to = this.from;
    const reading = this.#cells.of(row);
    if (reading instanceof NoValue) return reading.problem;
    this.text = reading;
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
