// The columns of both books over shared ids, so that equal cells have equal ids whichever book they stand in.
import type { Transaction, TransactionCells, TransactionType } from '@medspasync/schemas';
import { MISSING, REFUND, REIMBURSEMENT, type Side, VOID } from '../domain.ts';

import { CodeColumn } from './code-column.ts';
import { EmailColumn, PhoneColumn } from './contact-columns.ts';
import { NameColumn } from './name-column.ts';
import { NumberInterner } from './number-interner.ts';
import type { PackedBook } from './packed-book.ts';
import { parseDay } from './parse-day.ts';
import type { RowColumns } from './row-columns.ts';
import { PROGRAM_ORDER } from './service-vocabulary.ts';
import type { TextBatch } from './text-batch.ts';
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
    fill(read.invoice, (row) => this.codes.invoices.idOf(row.invoiceId));
    fill(read.program, programOf);
    fill(read.reversal, reversalOf);
  }

  /** What is no text of its own in most rows, as the row of `read` at `at`. */
  readCells(row: TransactionCells, read: RowColumns, at: number): void {
    read.day[at] = parseDay(row.date);
    read.amountCents[at] = row.amountCents;
    read.amount[at] = this.amounts.idOf(row.amountCents);
    read.service[at] = this.services.idOf(row.service);
    read.provider[at] = this.providers.idOf(row.provider);
    read.location[at] = this.locations.idOf(row.location);
    read.program[at] = programOf(row);
    read.reversal[at] = reversalOf(row);
  }

  /** The texts of as many rows as wait, likewise. */
  readTexts({ count, ...waiting }: TextBatch, read: RowColumns, at: number): void {
    waiting.names.read(this.names, count, read.name, at);
    waiting.phones.read(this.phones, count, read.phone, at);
    waiting.emails.read(this.emails, count, read.email, at);
    waiting.references.read(this.codes, count, read.reference, at);
    waiting.invoices.read(this.codes.invoices, count, read.invoice, at);
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

const programOf = ({ program }: Pick<Transaction, 'program'>): number =>
  program === undefined ? MISSING : PROGRAM_ORDER.indexOf(program);

const REVERSALS: Partial<Record<TransactionType, number>> = {
  refund: REFUND,
  void: VOID,
  reimbursement: REIMBURSEMENT,
};
const reversalOf = ({ type }: Pick<Transaction, 'type'>): number =>
  type === undefined ? 0 : (REVERSALS[type] ?? 0);

const renumbered = (column: Int32Array, ids: Int32Array): Int32Array =>
  column.map((id) => (id === MISSING ? MISSING : ids[id]!));
