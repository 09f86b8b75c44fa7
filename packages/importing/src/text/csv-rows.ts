// Bytes to rows, RFC 4180 and its relatives. Our own because the bounds must hold while reading: a row of a million
// commas is passed over, and a quote that is never closed refused, before it fills the memory.
import { ImportError } from '../import-error.ts';
import type { ImportLimits } from '../source.ts';
import { CellSpans } from './cell-spans.ts';
import type { ColumnKeys } from './column-keys.ts';
import { CARRIAGE_RETURN, cellEnd, closingQuote, LINE_FEED, QUOTE } from './csv-cells.ts';
import { CsvRow } from './csv-row.ts';
import { concatenate } from './encoding.ts';
import { lengthRefusal, OversizedRow } from './oversized-row.ts';
import { charactersIn, utf8Text } from './utf8.ts';

const NOTHING = new Uint8Array(0);
/** Cells to make room for, where the rows before tell nothing. */
const FIRST_CELLS = 1024;
/** What `#readRow` answers when the end of the row has not arrived yet. */
const UNFINISHED = -1;

/**
 * A tokenizer fed with chunks of UTF-8 that hold whole characters. Line ends may be LF, CRLF or CR, also mixed. A quote
 * opens only at the start of a cell; text after the closing quote is kept as it stands. Blank lines are rows without
 * content. A row beyond the limits comes without cells and with its `refusal`. `delimiter` is an ASCII character.
 */
export class CsvRows {
  readonly #delimiter: number;
  readonly #filename: string;
  readonly #limits: ImportLimits;
  readonly #columns: ColumnKeys[] = [];
  #bytes: Uint8Array = NOTHING;
  #spans = new CellSpans(NOTHING, this.#columns, 0);
  #number = 0;
  /** The row beyond the limits whose end has not arrived yet. */
  #oversized: OversizedRow | undefined;
  /** Where the cell or row read last ended. */
  #end = 0;

  constructor(delimiter: string, filename: string, limits: ImportLimits) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#filename = filename;
    this.#limits = limits;
  }

  /** The rows that are complete with this chunk, of which no more than `most` are wanted. */
  push(chunk: Uint8Array, most = Infinity): CsvRow[] {
    // Copied, not viewed: the stream may reuse the chunk's memory before the rows are read.
    this.#bytes = concatenate(this.#bytes, chunk);
    return this.#take(false, most);
  }

  /** The last row, when the file does not end with a line end. */
  finish(): CsvRow[] {
    return this.#take(true, Infinity);
  }

  #take(isLast: boolean, most: number): CsvRow[] {
    const rows: CsvRow[] = [];
    do {
      if (this.#oversized) {
        const row = this.#passOver(this.#oversized, isLast);
        if (!row) break;
        rows.push(row);
      }
      this.#takeRows(rows, isLast, most);
    } while (this.#oversized);
    return rows;
  }

  /** The complete rows of the pending bytes, up to one beyond the limits. */
  #takeRows(rows: CsvRow[], isLast: boolean, most: number): void {
    const bytes = this.#bytes;
    const spans = new CellSpans(bytes, this.#columns, Math.max(this.#spans.count, FIRST_CELLS));
    this.#spans = spans;
    let isTooWide = false;
    let start = 0;
    while (start < bytes.length && rows.length < most) {
      const first = spans.count;
      const width = this.#readRow(start, isLast);
      isTooWide = width > this.#limits.columns;
      if (width === UNFINISHED || isTooWide) break;
      const end = this.#end;
      this.#number += 1;
      const refusal = lengthRefusal(bytes, start, end, this.#limits);
      rows.push(new CsvRow(this.#number, spans, first, refusal ? 0 : width, refusal));
      start = end + (bytes[end] === CARRIAGE_RETURN && bytes[end + 1] === LINE_FEED ? 2 : 1);
    }
    this.#keepFrom(start);
    if (isTooWide || this.#isBeyondLimit()) this.#oversized = new OversizedRow(this.#delimiter);
  }

  /** How many cells the row at `start` has, up to one too many. It ends at `#end`. */
  #readRow(start: number, isLast: boolean): number {
    const bytes = this.#bytes;
    let width = 0;
    for (let at = start; ; ) {
      if (bytes[at] !== QUOTE) this.#readPlain(at);
      else if (!this.#readQuoted(at, width, isLast)) return UNFINISHED;
      const end = this.#end;
      if (end === bytes.length && !isLast) return UNFINISHED;
      width += 1;
      if (width > this.#limits.columns) return width;
      if (bytes[end] !== this.#delimiter) {
        const isSplitLineEnd = bytes[end] === CARRIAGE_RETURN && end + 1 === bytes.length && !isLast;
        return isSplitLineEnd ? UNFINISHED : width;
      }
      at = end + 1;
    }
  }

  #readPlain(start: number): void {
    const bytes = this.#bytes;
    const delimiter = this.#delimiter;
    let at = start;
    let seen = 0;
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
      seen |= byte;
    }
    this.#end = at;
    this.#spans.add(start, at, seen < 0x80);
  }

  /** False when the closing quote has not arrived yet. */
  #readQuoted(start: number, column: number, isLast: boolean): boolean {
    const bytes = this.#bytes;
    const closing = closingQuote(bytes, start + 1);
    // A quote at the very end may be the first half of a doubled one.
    if (closing < 0 || (closing === bytes.length - 1 && !isLast)) {
      if (isLast) this.#refuseOpenQuote(column);
      return false;
    }
    let seen = 0;
    let quotes = 0;
    for (let at = start + 1; at < closing; at++) {
      const byte = bytes[at]!;
      seen |= byte;
      if (byte === QUOTE) quotes += 1;
    }
    this.#end = cellEnd(bytes, closing + 1, this.#delimiter);
    if (quotes === 0 && this.#end === closing + 1) this.#spans.add(start + 1, closing, seen < 0x80);
    else this.#spans.addText(unquoted(bytes, start + 1, closing, this.#end));
    return true;
  }

  #keepFrom(at: number): void {
    this.#bytes = this.#bytes.subarray(at);
  }

  #isBeyondLimit(): boolean {
    const { length } = this.#bytes;
    const { rowCharacters } = this.#limits;
    return length > rowCharacters && charactersIn(this.#bytes, 0, length) > rowCharacters;
  }

  /** Lets go of the pending bytes of a row beyond the limits; the row itself once its end has arrived. */
  #passOver(oversized: OversizedRow, isLast: boolean): CsvRow | undefined {
    const next = oversized.passOver(this.#bytes, isLast);
    this.#keepFrom(next.at);
    if (!next.isEnd) {
      if (isLast || this.#isBeyondLimit()) this.#refuseOpenQuote(oversized.cells - 1);
      return undefined;
    }
    this.#oversized = undefined;
    this.#number += 1;
    return new CsvRow(this.#number, this.#spans, 0, 0, oversized.refusal(this.#limits));
  }

  #refuseOpenQuote(cellsBefore: number): never {
    const row = this.#number + 1;
    const column = `column ${cellsBefore + 1}`;
    const message = `${this.#filename}, row ${row}, ${column}: a quotation mark is opened and never closed.`;
    throw new ImportError('upload.unreadable', message, { row, column });
  }
}

/** What stands between the quotes and, in some files, behind them. */
const unquoted = (bytes: Uint8Array, from: number, closing: number, end: number): string =>
  utf8Text(bytes, from, closing).replaceAll('""', '"') + utf8Text(bytes, closing + 1, end);
