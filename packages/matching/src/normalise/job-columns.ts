// The columns of both books over shared ids, so that equal cells have equal ids whichever book they stand in.
import type { Transaction } from '@medspasync/schemas';
import { MISSING, REFUND, type Side, VOID } from '../domain.ts';

import { CodeColumn } from './code-column.ts';
import { EmailColumn, PhoneColumn } from './contact-columns.ts';
import { NameColumn } from './name-column.ts';
import { NumberInterner } from './number-interner.ts';
import type { PackedBook } from './packed-book.ts';
import { parseDay } from './parse-day.ts';
import type { RowColumns } from './row-columns.ts';
import { PROGRAM_ORDER } from './service-vocabulary.ts';
import { CellColumn, parsePlainText } from './text-tables.ts';

export class JobColumns {
  readonly amounts = new NumberInterner();
  readonly names: NameColumn;
  readonly phones: PhoneColumn;
  readonly emails: EmailColumn;
  readonly services = new CellColumn((cell) => cell);
  readonly providers = new CellColumn(parsePlainText);
  readonly locations = new CellColumn(parsePlainText);
  readonly codes: CodeColumn;

  /** `rows` of both books: patients come back, and each has most of these in both books. */
  constructor(rows: number) {
    const patients = Math.ceil(rows / 2);
    this.names = new NameColumn(patients);
    this.phones = new PhoneColumn(patients);
    this.emails = new EmailColumn(patients);
    this.codes = new CodeColumn(rows);
  }

  /** Rows as those of `read` from `at` on. Column by column, so that each one's tables stay at hand. */
  readRows(rows: readonly Transaction[], read: RowColumns, at: number): void {
    const fill = (column: Int32Array, valueIn: (row: Transaction) => number): void => {
      for (let i = 0; i < rows.length; i++) column[at + i] = valueIn(rows[i]!);
    };
    fill(read.day, (row) => parseDay(row.date));
    fill(read.amountCents, (row) => row.amountCents);
    fill(read.amount, (row) => this.amounts.idOf(row.amountCents));
    fill(read.name, (row) => this.names.idOf(row.customerName));
    fill(read.phone, (row) => this.phones.idOf(row.customerPhone));
    fill(read.email, (row) => this.emails.idOf(row.customerEmail));
    fill(read.service, (row) => this.services.idOf(row.service));
    fill(read.provider, (row) => this.providers.idOf(row.provider));
    fill(read.location, (row) => this.locations.idOf(row.location));
    fill(read.reference, (row) => this.codes.idOf(row.reference));
    fill(read.invoice, (row) => this.codes.idOf(row.invoiceId));
    fill(read.program, (row) => (row.program === undefined ? MISSING : PROGRAM_ORDER.indexOf(row.program)));
    fill(read.reversal, (row) => (row.type === 'refund' ? REFUND : row.type === 'void' ? VOID : 0));
  }

  /** A book that was read by itself, over the ids of this job. */
  take({ side, ...own }: PackedBook): Side {
    const codes = this.codes.idsOf(own.codes);
    return {
      ...side,
      amount: renumbered(side.amount, this.amounts.idsOf(own.amounts)),
      name: renumbered(side.name, this.names.idsOf(own.names, own.tokens)),
      phone: renumbered(side.phone, this.phones.idsOf(own.phones)),
      email: renumbered(side.email, this.emails.idsOf(own.emails)),
      service: renumbered(side.service, this.services.idsOf(own.services)),
      provider: renumbered(side.provider, this.providers.idsOf(own.providers)),
      location: renumbered(side.location, this.locations.idsOf(own.locations)),
      reference: renumbered(side.reference, codes),
      invoice: renumbered(side.invoice, codes),
    };
  }
}

const renumbered = (column: Int32Array, ids: Int32Array): Int32Array =>
  column.map((id) => (id === MISSING ? MISSING : ids[id]!));
