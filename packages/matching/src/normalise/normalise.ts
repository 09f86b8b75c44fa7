// Stage 1: two books of transactions → comparable columns over their distinct rows.
import type { Transaction } from '@medspasync/schemas';
import { MISSING, type Records, type Side } from '../domain.ts';
import { codeDigitsOf } from './code-digits.ts';
import { distinctRows } from './distinct-rows.ts';
import { jobHabits } from './job-habits.ts';
import { NameCollector } from './name-tables.ts';
import { parseEmail, parsePhone, parseReference } from './parse-contact.ts';
import { parseDay } from './parse-day.ts';
import { cancelledSales } from './reversals.ts';
import { PROGRAM_ORDER } from './service-vocabulary.ts';
import { amountLogShares, holdersOf } from './shares.ts';
import { CellColumn, parsePlainText, serviceTable, textTable } from './text-tables.ts';

/** Interned columns shared by both books, so that equal cells have equal ids. */
class Columns {
  readonly names = new NameCollector();
  readonly phones = new CellColumn(parsePhone);
  readonly emails = new CellColumn((cell) => {
    const email = parseEmail(cell);
    return email === null ? null : `${email.local}@${email.domain}`;
  });
  readonly services = new CellColumn((cell) => cell);
  readonly providers = new CellColumn(parsePlainText);
  readonly locations = new CellColumn(parsePlainText);
  readonly references = new CellColumn(parseReference);
}

/** Reads both books. Text is folded and cut to a bound; nothing in a row can make this throw. */
export function normalise(books: { rewards: readonly Transaction[]; pos: readonly Transaction[] }): Records {
  const columns = new Columns();
  const rewards = readSide(books.rewards, columns);
  const pos = readSide(books.pos, columns);
  const { names, tokens } = columns.names.tables();
  const emails = columns.emails.values.text;
  const sides = [rewards, pos];
  return {
    rewards,
    pos,
    names,
    tokens,
    phones: columns.phones.values.text,
    phoneHolders: holdersOf(sides, (side) => side.phone, columns.phones.values.text.length, columns.names),
    emails: {
      text: emails,
      local: emails.map((email) => email.slice(0, email.lastIndexOf('@'))),
      domain: emails.map((email) => email.slice(email.lastIndexOf('@') + 1)),
    },
    emailHolders: holdersOf(sides, (side) => side.email, emails.length, columns.names),
    services: serviceTable(columns.services.values.text),
    providers: textTable(columns.providers.values.text, [rewards.provider, pos.provider]),
    locations: textTable(columns.locations.values.text, [rewards.location, pos.location]),
    references: columns.references.values.text,
    codeDigits: codeDigitsOf(columns.references.values.text),
    amountLogShare: amountLogShares(sides),
    ...jobHabits(rewards, pos),
  };
}

function readSide(rows: readonly Transaction[], columns: Columns): Side {
  const read = readRows(rows, columns);
  const { first, memberStart, members, distinctOf } = distinctRows(Object.values(read), rows.length);
  const pick = <T extends Int32Array | Int8Array | Uint8Array>(column: T): T => {
    const picked = new (column.constructor as new (length: number) => T)(first.length);
    for (let i = 0; i < first.length; i++) picked[i] = column[first[i]!]!;
    return picked;
  };
  const side = {
    count: first.length,
    memberStart,
    members,
    distinctOf,
    day: pick(read.day),
    amountCents: pick(read.amountCents),
    name: pick(read.name),
    phone: pick(read.phone),
    email: pick(read.email),
    service: pick(read.service),
    provider: pick(read.provider),
    location: pick(read.location),
    reference: pick(read.reference),
    invoice: pick(read.invoice),
    program: pick(read.program),
    reversal: pick(read.reversal),
  };
  return { ...side, cancelled: cancelledSales(side) };
}

type RawColumns = Omit<Side, 'count' | 'memberStart' | 'members' | 'distinctOf' | 'cancelled'>;

function readRows(rows: readonly Transaction[], columns: Columns): RawColumns {
  const ids = (idOf: (row: Transaction) => number): Int32Array => {
    const column = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) column[i] = idOf(rows[i]!);
    return column;
  };
  return {
    day: ids((row) => parseDay(row.date)),
    amountCents: ids((row) => row.amountCents),
    name: ids((row) => columns.names.idOf(row.customerName)),
    phone: ids((row) => columns.phones.idOf(row.customerPhone)),
    email: ids((row) => columns.emails.idOf(row.customerEmail)),
    service: ids((row) => columns.services.idOf(row.service)),
    provider: ids((row) => columns.providers.idOf(row.provider)),
    location: ids((row) => columns.locations.idOf(row.location)),
    reference: ids((row) => columns.references.idOf(row.reference)),
    invoice: ids((row) => columns.references.idOf(row.invoiceId)),
    program: Int8Array.from(rows, (row) =>
      row.program === undefined ? MISSING : PROGRAM_ORDER.indexOf(row.program),
    ),
    reversal: Uint8Array.from(rows, (row) => (row.type === 'refund' || row.type === 'void' ? 1 : 0)),
  };
}
