// What results tell of the transactions they are about, in some fifty bytes each: a run does not keep two books as objects.
import type { Transaction } from '@medspasync/schemas';

export interface StoredRow {
  id: string;
  amountCents: number;
  program: string | null;
  location: string | null;
  /** `YYYY-MM-DD` */
  happenedOn: string | null;
}

const ID_BYTES = 16;
const FIRST_ROWS = 1024;

/** Rows of one book, in its order. */
export class StoredRows {
  #ids = Buffer.alloc(FIRST_ROWS * ID_BYTES);
  readonly #amountCents: number[] = [];
  readonly #programs: (string | null)[] = [];
  readonly #locations: (string | null)[] = [];
  readonly #days: (string | null)[] = [];
  /** Each text once: a book has few programs, places and days. */
  readonly #texts = new Map<string, string>();

  get count(): number {
    return this.#amountCents.length;
  }

  /** @param id a UUID, as PostgreSQL writes it. */
  add(id: string, { amountCents, date, location, program }: Transaction): void {
    this.#writeId(id);
    this.#amountCents.push(amountCents);
    this.#programs.push(this.#once(program));
    this.#locations.push(this.#once(location));
    this.#days.push(this.#once(date?.slice(0, 10)));
  }

  /** @param index from 0, below `count`. */
  at(index: number): StoredRow {
    return {
      id: this.idAt(index),
      amountCents: this.#amountCents[index]!,
      program: this.#programs[index]!,
      location: this.#locations[index]!,
      happenedOn: this.#days[index]!,
    };
  }

  idAt(index: number): string {
    const start = index * ID_BYTES;
    const hex = this.#ids.toString('hex', start, start + ID_BYTES);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  #writeId(id: string): void {
    const start = this.count * ID_BYTES;
    if (start === this.#ids.length) this.#ids = Buffer.concat([this.#ids], start * 2);
    this.#ids.write(id.replaceAll('-', ''), start, 'hex');
  }

  #once(text: string | undefined): string | null {
    if (text === undefined) return null;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}
