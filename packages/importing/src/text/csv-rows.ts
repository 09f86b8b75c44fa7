// Text to rows, RFC 4180 and its relatives. Our own because the bounds must hold while reading: a row of a million
// commas or a quote that is never closed is refused before it fills the memory.
import { ImportError } from '../import-error.ts';
import type { ImportLimits, Row } from '../source.ts';

const QUOTE = '"';

/**
 * A tokenizer fed with chunks of text. Line ends may be LF, CRLF or CR, also mixed. A quote opens only at the start of a
 * cell; text after the closing quote is kept as it stands. Blank lines are rows without content.
 */
export class CsvRows {
  readonly #delimiter: string;
  readonly #filename: string;
  readonly #limits: ImportLimits;
  #text = '';
  #number = 0;

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
    const rows: Row[] = [];
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
      this.#checkRow(this.#number, cells.length, end - start);
      rows.push({ number: this.#number, cells });
      start = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    }
    this.#text = text.slice(Math.min(start, text.length));
    if (this.#text.length > this.#limits.rowCharacters) this.#refusePending();
    return rows;
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

  #checkRow(number: number, cells: number, characters: number): void {
    const { columns, rowCharacters } = this.#limits;
    const where = `${this.#filename}, row ${number}`;
    if (cells > columns) {
      const message = `${where}: ${cells} columns, more than the ${columns} allowed.`;
      throw new ImportError('upload.too_wide', message, { row: number });
    }
    if (characters > rowCharacters) {
      const message = `${where}: longer than the ${rowCharacters} characters allowed.`;
      throw new ImportError('upload.too_long_row', message, { row: number });
    }
  }

  /** Called when the unfinished row outgrew its bound: says which of the three causes it was. */
  #refusePending(): void {
    const openQuote = this.#openQuoteAt();
    if (openQuote > 0) this.#refuseOpenQuote(openQuote - 1);
    this.#checkRow(this.#number + 1, this.#text.split(this.#delimiter).length, this.#text.length);
  }

  /** Position (from 1) of the cell whose quote is still open in the pending text; 0 when none is. */
  #openQuoteAt(): number {
    let cells = 0;
    for (let at = 0; at < this.#text.length; ) {
      cells += 1;
      if (this.#text[at] === QUOTE) {
        const closing = closingQuote(this.#text, at + 1);
        if (closing < 0) return cells;
        at = closing + 1;
      }
      at = cellEnd(this.#text, at, this.#delimiter) + 1;
    }
    return 0;
  }

  #refuseOpenQuote(cellsBefore: number): never {
    const row = this.#number + 1;
    const column = `column ${cellsBefore + 1}`;
    const message = `${this.#filename}, row ${row}, ${column}: a quotation mark is opened and never closed.`;
    throw new ImportError('upload.unreadable', message, { row, column });
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf(QUOTE, at);
    if (at < 0 || text[at + 1] !== QUOTE) return at;
  }
}

function cellEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === delimiter || char === '\n' || char === '\r') return at;
  }
  return text.length;
}
