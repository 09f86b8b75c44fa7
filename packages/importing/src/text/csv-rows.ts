// Bytes to rows, RFC 4180 and its relatives. Our own because the bounds must hold while reading: a row of a million
// commas is passed over, and a quote that is never closed refused, before it fills the memory.
import { ImportError } from '../import-error.ts';
import type { ImportLimits, Row } from '../source.ts';
import { ColumnTexts } from './column-texts.ts';
import { CARRIAGE_RETURN, cellEnd, closingQuote, LINE_FEED, QUOTE } from './csv-cells.ts';
import { concatenate } from './encoding.ts';
import { lengthRefusal, OversizedRow } from './oversized-row.ts';
import { asciiText, charactersIn, utf8Text } from './utf8.ts';

const NOTHING = new Uint8Array(0);
/** Columns whose cells are remembered; wider tables than any export are read without. */
const REMEMBERED_COLUMNS = 256;

/**
 * A tokenizer fed with chunks of UTF-8 that hold whole characters. Line ends may be LF, CRLF or CR, also mixed. A quote
 * opens only at the start of a cell; text after the closing quote is kept as it stands. Blank lines are rows without
 * content. A row beyond the limits comes without cells and with its `refusal`. `delimiter` is an ASCII character.
 */
export class CsvRows {
  readonly #delimiter: number;
  readonly #filename: string;
  readonly #limits: ImportLimits;
  readonly #columns: ColumnTexts[] = [];
  #bytes: Uint8Array = NOTHING;
  #number = 0;
  /** The row beyond the limits whose end has not arrived yet. */
  #oversized: OversizedRow | undefined;
  /** Of the cell or row read last: where it ended, and the key of its text. */
  #end = 0;
  #key = -1;

  constructor(delimiter: string, filename: string, limits: ImportLimits) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#filename = filename;
    this.#limits = limits;
  }

  /** The rows that are complete with this chunk, of which no more than `most` are wanted. */
  push(chunk: Uint8Array, most = Infinity): Row[] {
    this.#bytes = this.#bytes.length === 0 ? chunk : concatenate(this.#bytes, chunk);
    return this.#take(false, most);
  }

  /** The last row, when the file does not end with a line end. */
  finish(): Row[] {
    return this.#take(true, Infinity);
  }

  #take(isLast: boolean, most: number): Row[] {
    const rows: Row[] = [];
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
  #takeRows(rows: Row[], isLast: boolean, most: number): void {
    const bytes = this.#bytes;
    let isTooWide = false;
    let start = 0;
    while (start < bytes.length && rows.length < most) {
      const row = this.#readRow(start, isLast);
      isTooWide = row !== undefined && row.cells.length > this.#limits.columns;
      if (!row || isTooWide) break;
      const end = this.#end;
      this.#number += 1;
      const refusal = lengthRefusal(bytes, start, end, this.#limits);
      row.number = this.#number;
      rows.push(refusal ? { number: row.number, cells: [], refusal } : row);
      start = end + (bytes[end] === CARRIAGE_RETURN && bytes[end + 1] === LINE_FEED ? 2 : 1);
    }
    this.#keepFrom(start);
    if (isTooWide || this.#isBeyondLimit()) this.#oversized = new OversizedRow(this.#delimiter);
  }

  /**
   * The row at `start`, not numbered yet, which ends at `#end`, up to one too many; undefined when its end has not arrived yet.
   */
  #readRow(start: number, isLast: boolean): Row | undefined {
    const bytes = this.#bytes;
    const cells: string[] = [];
    const keys: number[] = [];
    const row = { number: 0, cells, keys };
    for (let at = start; ; ) {
      const cell =
        bytes[at] === QUOTE ? this.#readQuoted(at, cells.length, isLast) : this.#readPlain(at, cells.length);
      const end = this.#end;
      if (cell === undefined || (end === bytes.length && !isLast)) return undefined;
      cells.push(cell);
      keys.push(this.#key);
      if (cells.length > this.#limits.columns) return row;
      if (bytes[end] !== this.#delimiter) {
        const isSplitLineEnd = bytes[end] === CARRIAGE_RETURN && end + 1 === bytes.length && !isLast;
        return isSplitLineEnd ? undefined : row;
      }
      at = end + 1;
    }
  }

  #readPlain(start: number, column: number): string {
    const bytes = this.#bytes;
    const delimiter = this.#delimiter;
    let at = start;
    let hash = 0;
    let seen = 0;
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === delimiter || byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
      hash = ((hash << 5) - hash + byte) | 0;
      seen |= byte;
    }
    this.#end = at;
    return this.#textOf(start, at, hash, seen < 0x80, column);
  }

  /** Undefined when the closing quote has not arrived yet. */
  #readQuoted(start: number, column: number, isLast: boolean): string | undefined {
    const bytes = this.#bytes;
    const closing = closingQuote(bytes, start + 1);
    // A quote at the very end may be the first half of a doubled one.
    if (closing < 0 || (closing === bytes.length - 1 && !isLast)) {
      if (isLast) this.#refuseOpenQuote(column);
      return undefined;
    }
    let hash = 0;
    let seen = 0;
    let quotes = 0;
    for (let at = start + 1; at < closing; at++) {
      const byte = bytes[at]!;
      hash = ((hash << 5) - hash + byte) | 0;
      seen |= byte;
      if (byte === QUOTE) quotes += 1;
    }
    this.#end = cellEnd(bytes, closing + 1, this.#delimiter);
    const inside = this.#textOf(start + 1, closing, hash, seen < 0x80, column);
    const isWhole = this.#end === closing + 1;
    if (quotes === 0 && isWhole) return inside;
    this.#key = -1;
    return inside.replaceAll('""', '"') + utf8Text(bytes, closing + 1, this.#end);
  }

  #textOf(from: number, to: number, hash: number, isAscii: boolean, column: number): string {
    this.#key = -1;
    if (from === to) return '';
    if (!isAscii) return utf8Text(this.#bytes, from, to);
    if (column >= REMEMBERED_COLUMNS) return asciiText(this.#bytes, from, to);
    this.#columns[column] ??= new ColumnTexts();
    const texts = this.#columns[column];
    const text = texts.textOf(this.#bytes, from, to, hash);
    this.#key = texts.key;
    return text;
  }

  /** Copied, not viewed: the stream may reuse the chunk's memory. */
  #keepFrom(at: number): void {
    this.#bytes = at < this.#bytes.length ? this.#bytes.slice(at) : NOTHING;
  }

  #isBeyondLimit(): boolean {
    const { length } = this.#bytes;
    const { rowCharacters } = this.#limits;
    return length > rowCharacters && charactersIn(this.#bytes, 0, length) > rowCharacters;
  }

  /** Lets go of the pending bytes of a row beyond the limits; the row itself once its end has arrived. */
  #passOver(oversized: OversizedRow, isLast: boolean): Row | undefined {
    const next = oversized.passOver(this.#bytes, isLast);
    this.#keepFrom(next.at);
    if (!next.isEnd) {
      if (isLast || this.#isBeyondLimit()) this.#refuseOpenQuote(oversized.cells - 1);
      return undefined;
    }
    this.#oversized = undefined;
    this.#number += 1;
    return { number: this.#number, cells: [], refusal: oversized.refusal(this.#limits) };
  }

  #refuseOpenQuote(cellsBefore: number): never {
    const row = this.#number + 1;
    const column = `column ${cellsBefore + 1}`;
    const message = `${this.#filename}, row ${row}, ${column}: a quotation mark is opened and never closed.`;
    throw new ImportError('upload.unreadable', message, { row, column });
  }
}
