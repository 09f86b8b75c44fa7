// The rows of a sheet, read once: those looked at beforehand are kept until they are taken, so that no file is opened and cut up
// a second time for its first thousand rows.
import type { Row } from './source.ts';

export class Batches {
  readonly #source: AsyncIterator<Row[]>;
  /** Looked at and not taken yet. */
  readonly #seen: Row[][] = [];

  constructor(rows: AsyncIterable<Row[]>) {
    this.#source = rows[Symbol.asyncIterator]();
  }

  /** The next batches, which stay to be taken. */
  async *ahead(): AsyncGenerator<Row[]> {
    for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) {
      this.#seen.push(next.value);
      yield next.value;
    }
  }

  /** All of them, from the first row on. */
  async *taken(): AsyncGenerator<Row[]> {
    for (let seen = this.#seen.shift(); seen; seen = this.#seen.shift()) yield seen;
    for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) yield next.value;
  }

  /** Closes what they are read from. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
