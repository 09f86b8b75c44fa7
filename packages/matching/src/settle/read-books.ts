// Transactions → what settling reads of them, or one error that names everything that is wrong.
import type { Program, Transaction } from '@medspasync/schemas';
import { NO_DAY } from '../domain.ts';
import { parseReference } from '../normalise/parse-contact.ts';
import { parseDay } from '../normalise/parse-day.ts';
import { parsePlainText } from '../normalise/text-tables.ts';

/** A payment or a redemption. `row` counts from 0 in its book. */
export interface Entry {
  row: number;
  program: Program;
  /** Folded, or empty where none is named. */
  location: string;
  day: number;
  amountCents: number;
  /** What tells the row from others alike: so that the order of rows has no say. */
  id: string;
  /** By what it may be named, or what it names, as codes are compared. */
  names: readonly string[];
}

export interface Payment extends Entry {
  /** The first day on which it may have been made, where that is not told; `day` is the last one. */
  firstDay: number;
  /** It holds up those after it, and is not settled. */
  isQuestion: boolean;
}

/** That redemptions of one day, program and place were paid on some day. */
export interface PaidDay {
  program: Program;
  location: string;
  day: number;
  paidOn: number;
}

/** What is open, and where the payments before ended. */
export interface SettledBooks {
  payments: readonly Transaction[];
  redemptions: readonly Redemption[];
  /** Payments that a run must not settle, and that are not settled. */
  questions?: readonly OpenQuestion[];
  /** What payments paid that were settled before. */
  paidBefore?: readonly PaidBefore[];
}

/** A payment may name it by `reference`, or by `name`: what its portal calls it. */
export interface Redemption extends Transaction {
  name?: string;
}

/** Of a day that is not told, between `date` and `lastDate`. */
export interface OpenQuestion extends Transaction {
  lastDate?: string;
}

/** Redemptions of one day, program and place that a payment paid: one or more. */
export interface PaidBefore {
  /** `YYYY-MM-DD`, both. */
  date: string;
  paidOn: string;
  program: Program;
  location?: string;
}

interface Books {
  payments: Payment[];
  /** In no order. */
  questions: Payment[];
  redemptions: Entry[];
  paidBefore: PaidDay[];
}

/** The books by day, amount, location and id. Throws a RangeError naming every row that cannot be read. */
export function readBooks(books: SettledBooks): Books {
  const problems: string[] = [];
  const read = (name: string, rows: readonly Redemption[]): Entry[] =>
    rows.map((transaction, row) =>
      entryOf(transaction, row, (what) => problems.push(`${name}[${row}] ${what}`)),
    );
  const payments = read('payments', books.payments)
    .map((entry) => ({ ...entry, firstDay: entry.day, isQuestion: false }))
    .sort(inOrder);
  const questions = read('questions', books.questions ?? []).map((entry) => {
    const lastDay = parseDay(books.questions![entry.row]!.lastDate);
    return { ...entry, day: Math.max(lastDay, entry.day), firstDay: entry.day, isQuestion: true };
  });
  const redemptions = read('redemptions', books.redemptions).sort(inOrder);
  const paidBefore = (books.paidBefore ?? []).map((paid, row) =>
    paidDayOf(paid, (what) => problems.push(`paidBefore[${row}] ${what}`)),
  );
  if (problems.length > 0) throw new RangeError(`cannot settle: ${problems.join('; ')}`);
  return { payments, questions, redemptions, paidBefore };
}

/** Those of the days from `first` up to before `end`, of entries by day. */
export const inDays = <E extends Entry>(entries: readonly E[], first: number, end: number): E[] =>
  entries.slice(indexOfDay(entries, first), indexOfDay(entries, end));

/** Where the first entry of that day or a later one is. */
function indexOfDay(entries: readonly Entry[], day: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle]!.day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function entryOf(transaction: Redemption, row: number, complain: (what: string) => void): Entry {
  const { amountCents, program } = transaction;
  if (program === undefined) complain('names no program');
  const day = parseDay(transaction.date);
  if (day === NO_DAY) complain('has no date YYYY-MM-DD');
  if (!Number.isSafeInteger(amountCents) || amountCents <= 0)
    complain('has no amount above zero in whole cents');
  return {
    row,
    program: program ?? 'other',
    location: placeOf(transaction),
    day,
    amountCents,
    id: transaction.transactionId ?? transaction.reference ?? '',
    names: [transaction.reference, transaction.name]
      .map((name) => parseReference(name ?? ''))
      .filter((name) => name !== null),
  };
}

function paidDayOf(paid: PaidBefore, complain: (what: string) => void): PaidDay {
  const [day, paidOn] = [parseDay(paid.date), parseDay(paid.paidOn)];
  if (day === NO_DAY || paidOn === NO_DAY) complain('has no dates YYYY-MM-DD');
  return { program: paid.program, location: placeOf(paid), day, paidOn };
}

const placeOf = ({ location }: { location?: string | undefined }): string =>
  parsePlainText(location ?? '') ?? '';

/** Rows equal in all of this are interchangeable. */
function inOrder(a: Entry, b: Entry): number {
  return (
    a.day - b.day ||
    a.amountCents - b.amountCents ||
    compareTexts(a.program, b.program) ||
    compareTexts(a.location, b.location) ||
    compareTexts(a.id, b.id)
  );
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
