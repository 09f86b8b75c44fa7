// A text file as a sheet of rows that can be read from the start as often as needed.
import { ImportError } from '../import-error.ts';
import type { ImportLimits, ImportSource, Row } from '../source.ts';
import { LINE_FEED } from './csv-cells.ts';
import { CsvRows } from './csv-rows.ts';
import { detectDelimiter } from './delimiter.ts';
import { concatenate, detectEncoding, type Encoding, Utf8Chunks } from './encoding.ts';

export class TextSheet {
  readonly name: string;
  readonly delimiter: string;
  readonly #source: ImportSource;
  readonly #limits: ImportLimits;
  readonly #announced: Encoding;
  readonly #skipFirst: boolean;
  #encoding: Encoding;

  constructor(source: ImportSource, head: Uint8Array, limits: ImportLimits) {
    this.name = source.filename;
    this.#source = source;
    this.#limits = limits;
    this.#announced = detectEncoding(head);
    this.#encoding = this.#announced;
    const opening = concatenate(new Utf8Chunks(this.#announced).next(head), Uint8Array.of(LINE_FEED));
    if (new TextDecoder().decode(opening).replaceAll('\ufeff', '').trim() === '') {
      throw new ImportError('upload.empty', `${source.filename} is empty.`);
    }
    const { delimiter, isDeclared } = detectDelimiter(opening);
    this.delimiter = delimiter;
    this.#skipFirst = isDeclared;
  }

  /** What the bytes turned out to be; final once the rows were read to the end. */
  get encoding(): string {
    return this.#encoding;
  }

  async *rows(): AsyncGenerator<Row[]> {
    const chunks = new Utf8Chunks(this.#announced);
    const tokenizer = new CsvRows(this.delimiter, this.#source.filename, this.#limits);
    let isOpening = true;
    for await (const chunk of this.#source.stream()) {
      let bytes = chunks.next(chunk);
      if (isOpening && bytes.length > 0) {
        bytes = withoutMarks(bytes);
        isOpening = false;
      }
      yield this.#withoutHint(tokenizer.push(bytes));
      this.#encoding = chunks.encoding;
    }
    yield this.#withoutHint([...tokenizer.push(chunks.finish()), ...tokenizer.finish()]);
    this.#encoding = chunks.encoding;
  }

  #withoutHint(rows: Row[]): Row[] {
    return this.#skipFirst && rows[0]?.number === 1 ? rows.slice(1) : rows;
  }
}

/** Byte order marks are no part of the first cell; some programs write several. */
function withoutMarks(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
  return bytes.subarray(at);
}
