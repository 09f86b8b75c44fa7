// Text cells that wait to be read column by column: a column's tables are fetched into the cache once for them all.
import type { TextCell, TransactionCells } from '@medspasync/schemas';

/** Rows read in one go. */
export const ROWS_AT_ONCE = 4096;

const NO_BYTES = new Uint8Array(0);

export class TextBatch {
  count = 0;
  readonly names = new WaitingCells();
  readonly phones = new WaitingCells();
  readonly emails = new WaitingCells();
  readonly references = new WaitingCells();
  readonly invoices = new WaitingCells();

  /** False when those that wait must be read first. */
  takes(row: TransactionCells): boolean {
    const { customerName, customerPhone, customerEmail, reference, invoiceId } = row;
    return (
      this.count < ROWS_AT_ONCE &&
      this.names.takes(customerName) &&
      this.phones.takes(customerPhone) &&
      this.emails.takes(customerEmail) &&
      this.references.takes(reference) &&
      this.invoices.takes(invoiceId)
    );
  }

  add(row: TransactionCells): void {
    const place = this.count++;
    this.names.add(row.customerName, place);
    this.phones.add(row.customerPhone, place);
    this.emails.add(row.customerEmail, place);
    this.references.add(row.reference, place);
    this.invoices.add(row.invoiceId, place);
  }
}

interface TextColumn {
  idOf(cell: string | undefined): number;
  idOfBytes(bytes: Uint8Array, from: number, to: number): number;
}

class WaitingCells {
  /** What all of those stand in that are bytes. */
  private bytes: Uint8Array = NO_BYTES;
  private readonly from = new Int32Array(ROWS_AT_ONCE);
  private readonly to = new Int32Array(ROWS_AT_ONCE);
  private readonly texts: (string | undefined)[] = [];

  takes({ bytes, from, to }: TextCell): boolean {
    return to === from || bytes === this.bytes || this.bytes === NO_BYTES;
  }

  add({ bytes, from, to, text }: TextCell, place: number): void {
    if (to > from) this.bytes = bytes;
    this.from[place] = from;
    this.to[place] = to;
    this.texts[place] = text;
  }

  /** Writes the ids of `count` cells to `ids` from `at` on. */
  read(column: TextColumn, count: number, ids: Int32Array, at: number): void {
    const { bytes, from, to, texts } = this;
    for (let i = 0; i < count; i++) {
      const isText = to[i] === from[i];
      ids[at + i] = isText ? column.idOf(texts[i]) : column.idOfBytes(bytes, from[i]!, to[i]!);
    }
    this.bytes = NO_BYTES;
  }
}
