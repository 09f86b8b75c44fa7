// Lump reimbursements over the redemptions they pay: by exact sum, within each program's window, and never by chance.
import { formatCents, type Program } from '@medspasync/schemas';
import { NO_DAY } from '../domain.ts';
import { amongAlike, pilesByKey } from './alike.ts';
import { habitOf } from './habit.ts';
import type { Turn } from './in-turn.ts';
import { readNamed, redemptionsNamed } from './named.ts';
import {
  type Entry,
  inDays,
  type PaidDay,
  type Payment,
  readBooks,
  type SettledBooks,
} from './read-books.ts';
import { readParts } from './read-parts.ts';
import { type Reading, readPayment } from './read-payment.ts';
import { reportOf, type Settled, type Settlement } from './report.ts';
import { SetSearch } from './set-search.ts';
import { sumWords } from './sums.ts';
import { DEFAULT_TERMS, type ReimbursementTerms } from './terms.ts';

export interface SettleOptions {
  /** `YYYY-MM-DD`: what is unpaid and past its window by then is missing, the rest is awaited. */
  asOf: string;
  terms?: Readonly<Record<Program, ReimbursementTerms>>;
  /** By payment, the file that brought it; without it, one file brought them all. */
  files?: readonly string[];
}

/**
 * Splits each payment over redemptions of its program and location (a side that names none fits any), redeemed within the terms'
 * days before it. A payment that names its one redemption pays that, whenever it was redeemed, or is left to a person as too little.
 * Any other is settled when, in its turn, what is open from where the payment before it ended comes to its amount
 * up to a day on which the program's periods usually end, whole or but for one redemption that was refused; or when one set of
 * redemptions alone does. Two payments of one file that only together make one redemption pay it, where there is one such way. Two
 * payments that want the same redemption are both left to a person, as are several ways to one sum, and which of several equal
 * redemptions of one day it paid where others of them stay unpaid. Questions hold up the payments
 * after them as if they were left to a person.
 * Throws a RangeError naming every row that cannot be read. The order of rows has no say.
 */
export function settle(
  books: SettledBooks,
  { asOf, files, terms = DEFAULT_TERMS }: SettleOptions,
): Settlement {
  const { paidBefore, payments, questions, redemptions } = readBooks(books);
  const payersOf = new Map<Entry, Payment[]>();
  const settled = new Map<Payment, Settled>();
  const readings = new Map<Payment, Reading>();
  const paidDays = [...paidBefore];
  const readWhen = new Map<Payment, string>();
  const search = new SetSearch((redemption) => !payersOf.has(redemption));
  /** Read without a search, as having several ways: which ones matters in the end only. */
  const rough = new Map<Payment, { open: readonly Entry[]; turn: Turn | null }>();
  const named = redemptionsNamed(payments, redemptions, isOfOneAccount);
  const namedOnes = new Set(named.values());
  const unnamed = [...questions, ...payments].filter((payment) => !named.has(payment));

  for (const [payment, redemption] of named) {
    const reading = readNamed(payment, redemption);
    if (reading.isSure) pay(payment, { entries: [redemption], detail: reading.detail, otherPart: null });
    else readings.set(payment, reading);
  }
  // Each settled payment narrows what the others can mean, so those are read again until nothing moves.
  for (let moved = true; moved; ) {
    // Twice: what a payment waits for may come after it on its day.
    for (const payment of [...unnamed, ...unnamed]) if (!settled.has(payment)) read(payment);
    const claims = countClaims(readings.values());
    moved = false;
    for (const [payment, reading] of readings) {
      const entries = reading.ways[0];
      if (payment.isQuestion || entries === undefined || !reading.isSure) continue;
      if (entries.some((entry) => claims.get(entry)! > 1)) continue;
      pay(payment, { entries, detail: reading.detail, otherPart: null });
      moved = true;
    }
    if (moved) continue;
    finish();
    // Only what no payment explains in full is looked for in parts.
    moved = payInParts();
  }
  askAmongAlike();
  return reportOf({ payments, redemptions, settled, readings, payersOf }, asOf, terms);

  /** Last of all: which of alike ones a payment paid is no matter to the others, and of those that all are paid to nobody. */
  function askAmongAlike(): void {
    const unpaid = pilesByKey(redemptions.filter((entry) => !payersOf.has(entry)));
    for (const [payment, { detail, entries }] of [...settled]) {
      if (named.has(payment)) continue;
      const asked = amongAlike(entries, unpaid);
      if (asked === null) continue;
      settled.delete(payment);
      for (const entry of entries) payersOf.delete(entry);
      readings.set(payment, {
        ...asked,
        detail: `${detail}; ${asked.detail}`,
        isSure: false,
        isGivenUp: false,
        shortCents: 0,
      });
    }
  }

  function pay(payment: Payment, how: Settled): void {
    settled.set(payment, how);
    readings.delete(payment);
    for (const entry of how.entries) {
      payersOf.set(entry, [...(payersOf.get(entry) ?? []), payment]);
      paidDays.push({ ...entry, paidOn: payment.day });
    }
  }

  function payInParts(): boolean {
    const wanted = new Set<Entry>();
    const unexplained: Payment[] = [];
    for (const [payment, reading] of readings) {
      const isExplained = reading.ways.length > 0 && reading.shortCents === 0;
      if (isExplained) for (const entry of reading.ways.flat()) wanted.add(entry);
      else if (!payment.isQuestion && !named.has(payment)) unexplained.push(payment);
    }
    const found = readParts(
      unexplained,
      ({ row }) => files?.[row] ?? '',
      (payment) => openFor(payment).filter((entry) => !wanted.has(entry)),
    );
    for (const { payments: parts, redemption } of found)
      for (const [index, payment] of parts.entries()) {
        const otherPart = parts[1 - index]!;
        const detail = `${sumWords([redemption])}, with a payment of ${formatCents(otherPart.amountCents)} of the same file`;
        pay(payment, { entries: [redemption], detail, otherPart });
      }
    return found.length > 0;
  }

  function openFor(payment: Payment): Entry[] {
    const { fromDays, toDays } = terms[payment.program];
    const [first, end] = [payment.firstDay - toDays, payment.day - fromDays + 1];
    return inDays(redemptions, first, end).filter((entry) => mayPay(payment, entry) && !payersOf.has(entry));
  }

  function mayPay(payment: Payment, entry: Entry): boolean {
    const { fromDays, toDays } = terms[payment.program];
    if (namedOnes.has(entry)) return false;
    const isInTime = payment.day - entry.day >= fromDays && payment.firstDay - entry.day <= toDays;
    return isInTime && isOfOneAccount(payment, entry);
  }

  /** What is open only shrinks: where its number is the same, so is the reading, until it is the payment's turn. */
  function read(payment: Payment): void {
    const open = openFor(payment);
    const turn = waits(payment, open) ? null : turnOf(payment, open);
    const when = `${open.length} ${JSON.stringify(turn && { ...turn, next: turn.next?.open.length })}`;
    if (readWhen.get(payment) === when) return;
    readWhen.set(payment, when);
    rough.delete(payment);
    const reading = readPayment(payment, open, turn, () => {
      const known = search.known(payment);
      if (known?.isAll === false) rough.set(payment, { open, turn });
      return known?.sets ?? search.all(payment, open);
    });
    readings.set(payment, reading);
  }

  /** Reads what is known to have several ways once more, for all of them. */
  function finish(): void {
    for (const [payment, { open, turn }] of rough)
      if (readings.has(payment))
        readings.set(
          payment,
          readPayment(payment, open, turn, () => search.all(payment, open)),
        );
    rough.clear();
  }

  /** Whether another payment, of an earlier day or its own, which may have paid some of `open`, is still a question. */
  function waits(payment: Payment, open: readonly Entry[]): boolean {
    const isOpen = (other: Payment): boolean => {
      const reading = readings.get(other);
      if (other === payment || named.has(other)) return false;
      if (other.firstDay > payment.day || reading === undefined) return false;
      if (!other.isQuestion && other.day === payment.day && reading.isSure) return false;
      return reading.ways.length > 0 || reading.isGivenUp;
    };
    if (open.length === 0) return false;
    return [...questions, ...inDays(payments, open[0]!.day, payment.day + 1)].some(
      (other) => isOpen(other) && open.some((entry) => mayPay(other, entry)),
    );
  }

  /** Told by payments of days before, of the payment's program and place. */
  function turnOf(payment: Payment, open: readonly Entry[]): Turn {
    const isBefore = (paid: PaidDay) => paid.paidOn < payment.day && isOfOneAccount(payment, paid);
    const before = paidDays.filter(isBefore);
    const paidThrough = before.reduce((last, { day }) => Math.max(last, day), NO_DAY);
    const openFrom = open.find(({ day }) => day > paidThrough)?.day ?? payment.day;
    return { paidThrough, habit: habitOf(before, openFrom), next: nextAfter(payment) };
  }

  /** Of the same program and place, on a day of its own. */
  function nextAfter(payment: Payment): Turn['next'] {
    const ofLater = (other: Payment) =>
      other.day > payment.day && other.program === payment.program && other.location === payment.location;
    const next = payments.find(ofLater);
    if (next === undefined || settled.has(next)) return null;
    const isAlone = inDays(payments, next.day, next.day + 1).filter(ofLater).length === 1;
    return isAlone ? { payment: next, open: openFor(next) } : null;
  }
}

type Account = Pick<Entry, 'location' | 'program'>;

/** Of one program and place; who names no place fits any. */
const isOfOneAccount = (a: Account, b: Account): boolean =>
  a.program === b.program && (a.location === '' || b.location === '' || a.location === b.location);

/** How many payments are sure to have paid each redemption: more than one is a question for a person. */
function countClaims(readings: Iterable<Reading>): Map<Entry, number> {
  const claims = new Map<Entry, number>();
  for (const reading of readings) {
    if (!reading.isSure) continue;
    for (const entry of reading.ways[0]!) claims.set(entry, (claims.get(entry) ?? 0) + 1);
  }
  return claims;
}
