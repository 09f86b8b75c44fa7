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

/** Takes from both books the columns that a fixed choice leaves out. */
export function withColumns(scribe: Scribe, choice: ColumnChoice): Scribe {
  if (choice === 'vary' || choice === 'full') return scribe;
  const contactless = (row: Transaction): Transaction => {
    row.customerPhone = undefined;
    row.customerEmail = undefined;
    return row;
  };
  const bare = ({
    transactionId,
    customerName,
    amountCents,
    date,
    invoiceId,
    type,
  }: Transaction): Transaction => ({
    transactionId,
    customerName,
    amountCents,
    date,
    invoiceId,
    type,
  });
  const strip = choice === 'no-contact' ? contactless : bare;
  return {
    ...scribe,
    reward: (redemption, log) => strip(scribe.reward(redemption, log)),
    pos: (line, log) => strip(scribe.pos(line, log)),
  };
}
