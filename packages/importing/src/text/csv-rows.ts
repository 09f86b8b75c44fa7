// Text to rows, RFC 4180 and its relatives. Our own because the bounds must hold while reading: a row of a million
// commas is passed over, and a quote that is never closed refused, before it fills the memory.
import { ImportError } from '../import-error.ts';
import type { ImportLimits, Row } from '../source.ts';
import { cellEnd, closingQuote, QUOTE } from './csv-cells.ts';
import { OversizedRow, sizeRefusal } from './oversized-row.ts';

/**
 * A tokenizer fed with chunks of text. Line ends may be LF, CRLF or CR, also mixed. A quote opens only at the start of a
 * cell; text after the closing quote is kept as it stands. Blank lines are rows without content. A row beyond the limits
 * comes without cells and with its `refusal`.
 */
export class CsvRows {
  readonly #delimiter: string;
  readonly #filename: string;
  readonly #limits: ImportLimits;
  #text = '';
  #number = 0;
  /** The row beyond the limits whose end has not arrived yet. */
  #oversized: OversizedRow | undefined;

  constructor(delimiter: string, filename: string, limits: ImportLimits) {
    this.#delimiter = delimiter;
    this.#filename = filename;
    this.#limits = limits;
  }

  /** The rows that are complete with this chunk. */
  push(chunk: string): Row[] {
    this.#text = this.#text === '' ? chunk : this.#text + chunk;
    return this.#take(false);
  }

  /** The last row, when the file does not end with a line end. */
  finish(): Row[] {
    return this.#take(true);
  }

  #take(isLast: boolean): Row[] {
    const rows = this.#passOver(isLast);
    if (this.#oversized) return rows;
    const text = this.#text;
    let start = 0;
    let quote = -1;
    let feed = -1;
    let carriage = -1;
    const next = (char: string, known: number): number => {
      if (known >= start) return known;
      const found = text.indexOf(char, start);
      return found < 0 ? Number.MAX_SAFE_INTEGER : found;
    };
    while (start < text.length) {
      quote = next(QUOTE, quote);
      feed = next('\n', feed);
      carriage = next('\r', carriage);
      const lineEnd = Math.min(feed, carriage);
      const isWhole = lineEnd < text.length && (lineEnd === feed || lineEnd + 1 < text.length);
      let end: number;
      let cells: string[];
      // A row without quotes is cut by the runtime's own split, several times faster than cell by cell.
      if (quote >= Math.min(lineEnd, text.length)) {
        if (!isWhole && !isLast) break;
        end = Math.min(lineEnd, text.length);
        cells = text.slice(start, end).split(this.#delimiter);
      } else {
        const record = this.#readQuoted(start, isLast);
        if (!record) break;
        ({ end, cells } = record);
      }
      this.#number += 1;
      const refusal = sizeRefusal(cells.length, end - start, this.#limits);
      rows.push(refusal ? { number: this.#number, cells: [], refusal } : { number: this.#number, cells });
      start = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    }
    this.#text = text.slice(Math.min(start, text.length));
    if (this.#text.length <= this.#limits.rowCharacters) return rows;
    this.#oversized = new OversizedRow(this.#delimiter);
    return [...rows, ...this.#passOver(isLast)];
  }

  /** Lets go of the pending text of a row beyond the limits; the row itself once its end has arrived. */
  #passOver(isLast: boolean): Row[] {
    const oversized = this.#oversized;
    if (!oversized) return [];
    const next = oversized.passOver(this.#text, isLast);
    this.#text = this.#text.slice(next.at);
    if (!next.isEnd) {
      if (isLast || this.#text.length > this.#limits.rowCharacters)
        this.#refuseOpenQuote(oversized.cells - 1);
      return [];
    }
    this.#oversized = undefined;
    this.#number += 1;
    const refusal = sizeRefusal(oversized.cells, oversized.characters, this.#limits);
    return [{ number: this.#number, cells: [], refusal }];
  }

  /** One record cell by cell; undefined when its end has not arrived yet. */
  #readQuoted(start: number, isLast: boolean): { cells: string[]; end: number } | undefined {
    const text = this.#text;
    const cells: string[] = [];
    for (let at = start; ; ) {
      let cell = '';
      if (text[at] === QUOTE) {
        const closing = closingQuote(text, at + 1);
        // A quote at the very end may be the first half of a doubled one.
        if (closing < 0 || (closing === text.length - 1 && !isLast)) {
          if (isLast) this.#refuseOpenQuote(cells.length);
          return undefined;
        }
        cell = text.slice(at + 1, closing).replaceAll('""', QUOTE);
        at = closing + 1;
      }
      const end = cellEnd(text, at, this.#delimiter);
      if (end === text.length && !isLast) return undefined;
      cells.push(cell + text.slice(at, end));
      if (text[end] !== this.#delimiter) {
        const isSplitLineEnd = text[end] === '\r' && end + 1 === text.length && !isLast;
        return isSplitLineEnd ? undefined : { cells, end };
      }
      at = end + 1;
    }
  }

  #refuseOpenQuote(cellsBefore: number): never {
    const row = this.#number + 1;
    const column = `column ${cellsBefore + 1}`;
    const message = `${this.#filename}, row ${row}, ${column}: a quotation mark is opened and never closed.`;
    throw new ImportError('upload.unreadable', message, { row, column });
  }
}
