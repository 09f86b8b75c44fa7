// The columns of both books over shared ids, so that equal cells have equal ids whichever book they stand in.
import type { Transaction } from '@medspasync/schemas';
import { MISSING, type Side } from '../domain.ts';

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

  /** One row as row `i` of `read`. */
  readRow(row: Transaction, read: RowColumns, i: number): void {
    read.day[i] = parseDay(row.date);
    read.amountCents[i] = row.amountCents;
    read.amount[i] = this.amounts.idOf(row.amountCents);
    read.name[i] = this.names.idOf(row.customerName);
    read.phone[i] = this.phones.idOf(row.customerPhone);
    read.email[i] = this.emails.idOf(row.customerEmail);
    read.service[i] = this.services.idOf(row.service);
    read.provider[i] = this.providers.idOf(row.provider);
    read.location[i] = this.locations.idOf(row.location);
    read.reference[i] = this.codes.idOf(row.reference);
    read.invoice[i] = this.codes.idOf(row.invoiceId);
    read.program[i] = row.program === undefined ? MISSING : PROGRAM_ORDER.indexOf(row.program);
    read.reversal[i] = row.type === 'refund' || row.type === 'void' ? 1 : 0;
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
