// A text file as a sheet of rows that can be read from the start as often as needed.
import { ImportError } from '../import-error.ts';
import type { ImportLimits, ImportSource, Row } from '../source.ts';
import { CsvRows } from './csv-rows.ts';
import { detectDelimiter } from './delimiter.ts';
import { ChunkDecoder, detectEncoding, type Encoding } from './encoding.ts';

export class TextSheet {
  readonly delimiter: string;
  readonly #source: ImportSource;
  readonly #limits: ImportLimits;
  readonly #announced: Encoding;
  readonly #skipFirst: boolean;
  #encoding: Encoding;

  constructor(source: ImportSource, head: Uint8Array, limits: ImportLimits) {
    this.#source = source;
    this.#limits = limits;
    this.#announced = detectEncoding(head);
    this.#encoding = this.#announced;
    const decoder = new ChunkDecoder(this.#announced);
    const opening = `${decoder.decode(head)}\n`;
    if (opening.replaceAll('\ufeff', '').trim() === '') {
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
    const decoder = new ChunkDecoder(this.#announced);
    const tokenizer = new CsvRows(this.delimiter, this.#source.filename, this.#limits);
    let isOpening = true;
    for await (const chunk of this.#source.stream()) {
      let text = decoder.decode(chunk);
      if (isOpening && text !== '') {
        text = text.replace(/^\ufeff+/, '');
        isOpening = false;
      }
      yield this.#withoutHint(tokenizer.push(text));
      this.#encoding = decoder.encoding;
    }
    yield this.#withoutHint([...tokenizer.push(decoder.finish()), ...tokenizer.finish()]);
    this.#encoding = decoder.encoding;
  }

  #withoutHint(rows: Row[]): Row[] {
    return this.#skipFirst && rows[0]?.number === 1 ? rows.slice(1) : rows;
  }
}
