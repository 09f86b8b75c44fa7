// The columns of both books over shared ids, so that equal cells have equal ids whichever book they stand in.
import type { Transaction } from '@medspasync/schemas';
import { MISSING, type Side } from '../domain.ts';
import { CodeColumn } from './code-column.ts';
import { EmailColumn, PhoneColumn } from './contact-columns.ts';
import { type DistinctRows, distinctRows } from './distinct-rows.ts';
import { NameColumn } from './name-column.ts';
import { NumberInterner } from './number-interner.ts';
import { parseDay } from './parse-day.ts';
import { copiesTakenBack } from './reversals.ts';
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

  /** One book as columns over its distinct rows. */
  readSide(rows: readonly Transaction[]): Side {
    const read = this.readRows(rows);
    const grouped = distinctRows(Object.values(read), rows.length, read.day);
    const side = pickSide(read, grouped);
    const taken = copiesTakenBack(side);
    if (!isPartly(taken, side)) {
      return { ...side, cancelled: Uint8Array.from(taken, (copies) => Number(copies > 0)) };
    }
    // Where a refund took back some of several equal sales, those are distinct from the ones that stand.
    const cancelled = cancelledRows(taken, side);
    const regrouped = distinctRows([...Object.values(read), cancelled], rows.length, read.day);
    return {
      ...pickSide(read, regrouped),
      cancelled: Uint8Array.from(regrouped.first, (row) => cancelled[row]!),
    };
  }

  /** Row by row, since a row's cells lie together in memory. */
  private readRows(rows: readonly Transaction[]): RowColumns {
    const read = rowColumns(rows.length);
    for (let i = 0; i < rows.length; i++) this.readRow(rows[i]!, read, i);
    return read;
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
}

/** Columns of so many rows, still to be read. */
export function rowColumns(rows: number): RowColumns {
  const column = (): Int32Array => new Int32Array(rows);
  return {
    day: column(),
    amountCents: column(),
    amount: column(),
    name: column(),
    phone: column(),
    email: column(),
    service: column(),
    provider: column(),
    location: column(),
    reference: column(),
    invoice: column(),
    program: column(),
    reversal: column(),
  };
}

export type RowColumns = Record<
  Exclude<keyof Side, 'count' | 'memberStart' | 'members' | 'distinctOf' | 'cancelled'>,
  Int32Array
>;

function pickSide(
  read: RowColumns,
  { first, memberStart, members, distinctOf }: DistinctRows,
): Omit<Side, 'cancelled'> {
  const pick = (column: Int32Array): Int32Array => {
    const picked = new Int32Array(first.length);
    for (let i = 0; i < first.length; i++) picked[i] = column[first[i]!]!;
    return picked;
  };
  return {
    count: first.length,
    memberStart,
    members,
    distinctOf,
    day: pick(read.day),
    amountCents: pick(read.amountCents),
    amount: pick(read.amount),
    name: pick(read.name),
    phone: pick(read.phone),
    email: pick(read.email),
    service: pick(read.service),
    provider: pick(read.provider),
    location: pick(read.location),
    reference: pick(read.reference),
    invoice: pick(read.invoice),
    program: Int8Array.from(pick(read.program)),
    reversal: Uint8Array.from(pick(read.reversal)),
  };
}

const isPartly = (taken: Int32Array, { memberStart }: Pick<Side, 'memberStart'>): boolean =>
  taken.some((copies, row) => copies > 0 && copies < memberStart[row + 1]! - memberStart[row]!);

/** 1 for each source row that was taken back: the last ones of its equals. */
function cancelledRows(
  taken: Int32Array,
  { memberStart, members }: Pick<Side, 'memberStart' | 'members'>,
): Int32Array {
  const cancelled = new Int32Array(members.length);
  for (const [row, copies] of taken.entries()) {
    const end = memberStart[row + 1]!;
    for (let m = end - copies; m < end; m++) cancelled[members[m]!] = 1;
  }
  return cancelled;
}
