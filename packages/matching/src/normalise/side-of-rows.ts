// One book's rows as columns over its distinct rows.
import { nameText, type Order, rowOrder, type Side } from '../domain.ts';
import { type DistinctRows, distinctRows } from './distinct-rows.ts';
import type { JobColumns } from './job-columns.ts';
import { type Rows, takenBackIn } from './reversals.ts';
import type { RowColumns } from './row-columns.ts';

/** `read` holds at least so many rows. */
export function sideOfRows(read: RowColumns, rows: number, columns: JobColumns): Side {
  const { names } = columns;
  const grouped = distinctRows(Object.values(read), rows, read.day);
  const side = pickSide(read, grouped);
  const { taken, refundedCents } = takenBackIn(
    side,
    () => names.table(),
    names.tokens,
    contentOrder(side, columns),
  );
  if (!isPartly(taken, side)) {
    return { ...side, refundedCents, cancelled: new Uint8Array(taken.map((copies) => Number(copies > 0))) };
  }
  // Where a refund took back some of several equal sales, those are distinct from the ones that stand.
  const cancelled = cancelledRows(taken, side);
  const regrouped = distinctRows([...Object.values(read), cancelled], rows, read.day);
  return {
    ...pickSide(read, regrouped),
    refundedCents: regrouped.first.map((row) => refundedCents[grouped.distinctOf[row]!]!),
    cancelled: new Uint8Array(regrouped.first.map((row) => cancelled[row]!)),
  };
}

/** What the columns of the book say, while they are still being read. */
function contentOrder(side: Rows, columns: JobColumns): Order {
  const { codes, emails, locations, names, phones, providers, services } = columns;
  return rowOrder(side, {
    name: (id) => nameText(names.live(), id, (token) => names.tokens.textOf(token)),
    phone: (id) => phones.numberOf(id),
    email: (id) => emails.addresses.textOf(id),
    service: (id) => services.values.text[id]!,
    code: (id) => codes.codes.textOf(id),
    provider: (id) => providers.values.text[id]!,
    location: (id) => locations.values.text[id]!,
  });
}

function pickSide(read: RowColumns, { first, memberStart, members, distinctOf }: DistinctRows): Rows {
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
    program: new Int8Array(pick(read.program)),
    reversal: new Uint8Array(pick(read.reversal)),
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
