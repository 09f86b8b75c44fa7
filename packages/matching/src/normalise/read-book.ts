// A book that was read and waits to be matched. It hands its tables over once, so that they do not outlive those of the job.
import type { Side } from '../domain.ts';
import type { JobColumns } from './job-columns.ts';
import type { PackedBook } from './packed-book.ts';

/** A book over the ids of `columns`, which the other book of its job may share. */
export interface OwnBook {
  side: Side;
  columns: JobColumns;
}

export class ReadBook {
  /** Of its file. */
  readonly rows: number;
  private book: OwnBook | PackedBook | undefined;

  constructor(book: OwnBook | PackedBook) {
    this.book = book;
    this.rows = book.side.members.length;
  }

  /** The ids another book can be read over. */
  get columns(): JobColumns | undefined {
    return this.book && 'columns' in this.book ? this.book.columns : undefined;
  }

  handOver(): OwnBook | PackedBook {
    const { book } = this;
    if (book === undefined) throw new Error('a book that was read is matched once');
    this.book = undefined;
    return book;
  }

  /** Handed over as plain data, with ids of its own. */
  pack(): PackedBook {
    const book = this.handOver();
    if (!('columns' in book)) return book;
    const { amounts, names, phones, emails, services, providers, locations, codes } = book.columns;
    return {
      side: book.side,
      amounts: amounts.toArray(),
      tokens: names.tokens.packed(),
      names: names.table(),
      phones: phones.toArray(),
      emails: emails.addresses.packed(),
      services: services.values.text,
      providers: providers.values.text,
      locations: locations.values.text,
      codes: codes.packed(),
    };
  }
}
