// What the matches file and the summary say of single rows, in a few bytes each: a million rows are not kept as objects.
import { reportedId } from '@medspasync/exporting';
import type { Transaction } from '@medspasync/schemas';

/** Rows in the order of their file, as plain data: a thread can hand them over. */
export interface RowFacts {
  count: number;
  /** UTF-8 of the id of row n: `ids[idStart[n] … idStart[n + 1])`. */
  ids: Uint8Array;
  idStart: Int32Array;
  amountCents: Int32Array;
  /** One of `KIND`. */
  kind: Uint8Array;
}

/** What kind of row it is, as far as the summary asks. */
export const KIND = { other: 0, redemption: 1, reversal: 2 } as const;

const FIRST_ROWS = 1024;
const FIRST_BYTES = 16_384;
/** Of UTF-8 for one unit of UTF-16, at most. */
const MOST_BYTES = 3;

export class RowFactsWriter {
  count = 0;
  #ids = Buffer.alloc(FIRST_BYTES);
  #idStart = new Int32Array(FIRST_ROWS + 1);
  #amountCents = new Int32Array(FIRST_ROWS);
  #kind = new Uint8Array(FIRST_ROWS);

  add(transaction: Transaction): void {
    const row = this.count++;
    if (row === this.#kind.length) this.#grow(row * 2);
    this.#idStart[row + 1] = this.#writeId(reportedId(transaction, row), this.#idStart[row]!);
    this.#amountCents[row] = transaction.amountCents;
    this.#kind[row] = kindOf(transaction);
  }

  /** The rows so far. */
  facts(): RowFacts {
    const { count } = this;
    return {
      count,
      ids: new Uint8Array(this.#ids.subarray(0, this.#idStart[count])),
      idStart: this.#idStart.slice(0, count + 1),
      amountCents: this.#amountCents.slice(0, count),
      kind: this.#kind.slice(0, count),
    };
  }

  /** Answers where it ends. */
  #writeId(id: string, at: number): number {
    const most = at + id.length * MOST_BYTES;
    if (most > this.#ids.length) this.#ids = Buffer.concat([this.#ids], most * 2);
    return at + this.#ids.write(id, at);
  }

  #grow(room: number): void {
    const idStart = new Int32Array(room + 1);
    idStart.set(this.#idStart);
    this.#idStart = idStart;
    const amountCents = new Int32Array(room);
    amountCents.set(this.#amountCents);
    this.#amountCents = amountCents;
    const kind = new Uint8Array(room);
    kind.set(this.#kind);
    this.#kind = kind;
  }
}

export const idOfRow = ({ ids, idStart }: RowFacts, row: number): string =>
  Buffer.from(ids.buffer, ids.byteOffset, ids.length).toString('utf8', idStart[row], idStart[row + 1]);

function kindOf({ type }: Transaction): number {
  if (type === 'refund' || type === 'void') return KIND.reversal;
  return type === 'redemption' ? KIND.redemption : KIND.other;
}
