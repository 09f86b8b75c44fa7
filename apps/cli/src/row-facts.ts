// What the matches file and the summary say of single rows, in a few bytes each: a million rows are not kept as objects.
import { reportedId } from '@medspasync/exporting';
import type { TextCell, Transaction, TransactionCells } from '@medspasync/schemas';

/** Rows in the order of their file, as plain data in memory that threads share. */
export interface RowFacts {
  count: number;
  /** UTF-8 of the id of row n: `ids[idStart[n] … idStart[n + 1])`. */
  ids: Uint8Array;
  idStart: Int32Array;
  /** Whether the ids are ASCII, as nearly all are. */
  areAscii: boolean;
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
  /** Where the last one ends. */
  #idEnd = 0;
  #areAscii = true;
  #idStart = new Int32Array(FIRST_ROWS + 1);
  #amountCents = new Int32Array(FIRST_ROWS);
  #kind = new Uint8Array(FIRST_ROWS);

  add(transaction: Transaction): void {
    this.#writeId(reportedId(transaction, this.count));
    this.#addRow(transaction);
  }

  addCells(cells: TransactionCells): void {
    const { transactionId } = cells;
    if (transactionId.to > transactionId.from) this.#copyId(transactionId);
    else this.#writeId(reportedId({ transactionId: transactionId.text }, this.count));
    this.#addRow(cells);
  }

  /** The rows so far. */
  facts(): RowFacts {
    const { count } = this;
    return {
      count,
      areAscii: this.#areAscii,
      ids: shared(Uint8Array, this.#ids.subarray(0, this.#idStart[count])),
      idStart: shared(Int32Array, this.#idStart.subarray(0, count + 1)),
      amountCents: shared(Int32Array, this.#amountCents.subarray(0, count)),
      kind: shared(Uint8Array, this.#kind.subarray(0, count)),
    };
  }

  #addRow({ amountCents, type }: Pick<Transaction, 'amountCents' | 'type'>): void {
    const row = this.count++;
    if (this.count === this.#kind.length) this.#grow(this.count * 2);
    this.#idStart[row + 1] = this.#idEnd;
    this.#amountCents[row] = amountCents;
    this.#kind[row] = kindOf(type);
  }

  #writeId(id: string): void {
    this.#makeRoom(id.length * MOST_BYTES);
    const bytes = this.#ids.write(id, this.#idEnd);
    this.#idEnd += bytes;
    if (bytes > id.length) this.#areAscii = false;
  }

  /** By hand: an id is too short for a call that copies. */
  #copyId({ bytes, from, to }: TextCell): void {
    this.#makeRoom(to - from);
    for (let at = from; at < to; at++) this.#ids[this.#idEnd++] = bytes[at]!;
  }

  #makeRoom(bytes: number): void {
    const most = this.#idEnd + bytes;
    if (most > this.#ids.length) this.#ids = Buffer.concat([this.#ids], most * 2);
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

function shared<T extends Uint8Array | Int32Array>(
  Column: new (memory: SharedArrayBuffer) => T,
  values: T,
): T {
  const copy = new Column(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

/** Tells the id of any row. */
export function idReader({ ids, idStart, areAscii }: RowFacts): (row: number) => string {
  const bytes = Buffer.from(ids.buffer, ids.byteOffset, ids.length);
  // Read faster than UTF-8.
  const encoding = areAscii ? 'latin1' : 'utf8';
  return (row) => bytes.toString(encoding, idStart[row], idStart[row + 1]);
}

function kindOf(type: Transaction['type']): number {
  if (type === 'refund' || type === 'void' || type === 'reimbursement') return KIND.reversal;
  return type === 'redemption' ? KIND.redemption : KIND.other;
}
