// Which optional columns a file has at all, decided once per file: exports differ by spa, not by row.

import type { Transaction } from '@medspasync/schemas';
import type { ColumnChoice } from '../books.ts';
import type { Random } from '../random.ts';
import type { Scribe } from './scribe.ts';

/** Per column: whether the file has it, or how likely that is. */
export interface FileColumns<T = boolean> {
  phone: T;
  email: T;
  service: T;
  code: T;
}

/** Share of spas whose export has nothing but names, dates and amounts. */
const BARE_FILE = 0.06;

/** @param present the likelihood of each column where the choice is to vary. */
export function drawColumns(random: Random, choice: ColumnChoice, present: FileColumns<number>): FileColumns {
  if (choice === 'full') return { phone: true, email: true, service: true, code: true };
  if (choice === 'no-contact') return { phone: false, email: false, service: true, code: true };
  if (choice === 'name-date-amount' || random.chance(BARE_FILE)) {
    return { phone: false, email: false, service: false, code: false };
  }
  return {
    phone: random.chance(present.phone),
    email: random.chance(present.email),
    service: random.chance(present.service),
    code: random.chance(present.code),
  };
}

/** Columns that say little and are often not exported; each side of each spa lacks some of them. */
const MINOR_COLUMNS = ['location', 'provider', 'program', 'reference', 'invoiceId'] as const;
const MINOR_COLUMN_ABSENT = 0.3;

type Strip = (row: Transaction) => Transaction;

const contactless: Strip = (row) => {
  row.customerPhone = undefined;
  row.customerEmail = undefined;
  return row;
};

const bare: Strip = ({ transactionId, customerName, amountCents, date, invoiceId, type }) => ({
  transactionId,
  customerName,
  amountCents,
  date,
  invoiceId,
  type,
});

function drawMinorColumns(random: Random): Strip {
  const absent = MINOR_COLUMNS.filter(() => random.chance(MINOR_COLUMN_ABSENT));
  return (row) => {
    for (const column of absent) row[column] = undefined;
    return row;
  };
}

/** Takes from both books the columns that the choice leaves out. */
export function withColumns(random: Random, scribe: Scribe, choice: ColumnChoice): Scribe {
  if (choice === 'full') return scribe;
  const fixed = { 'no-contact': contactless, 'name-date-amount': bare };
  const strip =
    choice === 'vary' ? [drawMinorColumns(random), drawMinorColumns(random)] : [fixed[choice], fixed[choice]];
  return {
    ...scribe,
    reward: (redemption, log) => strip[0]!(scribe.reward(redemption, log)),
    pos: (line, log) => strip[1]!(scribe.pos(line, log)),
  };
}
