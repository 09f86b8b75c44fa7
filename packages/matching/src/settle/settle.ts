// Lump reimbursements over the redemptions they pay: by exact sum, within each program's window, and never by chance.
import { type ExceptionCode, formatCents, type Program } from '@medspasync/schemas';
import { NO_DAY } from '../domain.ts';
import { parseDay } from '../normalise/parse-day.ts';
import { habitOf } from './habit.ts';
import type { Turn } from './in-turn.ts';
import { type Entry, inDays, type PaidDay, readBooks, type SettledBooks } from './read-books.ts';
import { readParts } from './read-parts.ts';
import { type Reading, readPayment } from './read-payment.ts';
import { sumOf, sumWords } from './sums.ts';
import { DEFAULT_TERMS, type ReimbursementTerms } from './terms.ts';

export interface SettleOptions {
  /** `YYYY-MM-DD`: what is unpaid and past its window by then is missing, the rest is awaited. */
  asOf: string;
  terms?: Readonly<Record<Program, ReimbursementTerms>>;
  /** By payment, the file that brought it; without it, one file brought them all. */
  files?: readonly string[];
}

/** One payment: the rows it pays, or the ways among which a person chooses. Rows count from 0 in the books as given, ascending. */
export interface PaymentOutcome {
  row: number;
  result: 'settled' | 'review' | 'unexplained';
  redemptionRows: number[];
  /** The other payment that makes up the redemption with this one; null where it pays its redemptions in full. */
  otherPartRow: number | null;
  alternatives: number[][];
  /** By how much a payment in review falls short of its first alternative, in cents. */
  shortCents: number;
  reasonCodes: ExceptionCode[];
  detail: string;
}

/** One redemption: paid by a payment, part of a review, still awaited, or overdue. */
export interface RedemptionOutcome {
  row: number;
  result: 'paid' | 'review' | 'awaited' | 'overdue';
  /** Two where it was paid in parts. */
  paymentRows: number[];
  reasonCodes: ExceptionCode[];
}

export interface Settlement {
  payments: PaymentOutcome[];
  redemptions: RedemptionOutcome[];
  paidCents: number;
  overdueCents: number;
  shortCents: number;
}

/**
 * Splits each payment over redemptions of its program and location (a side that names none fits any), redeemed within the terms'
 * days before it. A payment is settled when, in its turn, what is open from where the payment before it ended comes to its amount
 * up to a day on which the program's periods usually end, whole or but for one redemption that was refused; or when one set of
 * redemptions alone does. Two payments of one file that only together make one redemption pay it, where there is one such way. Two
 * payments that want the same redemption are both left to a person, as are several ways to one sum.
 * Throws a RangeError naming every row that cannot be read. The order of rows has no say.
 */
export function settle(
  books: SettledBooks,
  { asOf, files, terms = DEFAULT_TERMS }: SettleOptions,
): Settlement {
  const { paidBefore, payments, redemptions } = readBooks(books);
  const payersOf = new Map<Entry, Entry[]>();
  const settled = new Map<Entry, Settled>();
  const readings = new Map<Entry, Reading>();
  const paidDays = [...paidBefore];
  const readWhen = new Map<Entry, string>();

  // Each settled payment narrows what the others can mean, so those are read again until nothing moves.
  for (let moved = true; moved; ) {
    // Twice: what a payment waits for may come after it on its day.
    for (const payment of [...payments, ...payments]) if (!settled.has(payment)) read(payment);
    const claims = countClaims(readings.values());
    moved = false;
    for (const [payment, reading] of readings) {
      const entries = reading.ways[0];
      if (entries === undefined || !reading.isSure || entries.some((entry) => claims.get(entry)! > 1))
        continue;
      pay(payment, { entries, detail: reading.detail, otherPart: null });
      moved = true;
    }
    // Only what no payment explains in full is looked for in parts.
    if (!moved) moved = payInParts();
  }
  return report();

  function pay(payment: Entry, how: Settled): void {
    settled.set(payment, how);
    readings.delete(payment);
    for (const entry of how.entries) {
      payersOf.set(entry, [...(payersOf.get(entry) ?? []), payment]);
      paidDays.push({ ...entry, paidOn: payment.day });
    }
  }

  function payInParts(): boolean {
    const wanted = new Set<Entry>();
    const unexplained: Entry[] = [];
    for (const payment of payments) {
      const reading = readings.get(payment);
      if (reading === undefined) continue;
      if (reading.ways.length === 0 || reading.shortCents > 0) unexplained.push(payment);
      else for (const entry of reading.ways.flat()) wanted.add(entry);
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

  function openFor(payment: Entry): Entry[] {
    const { fromDays, toDays } = terms[payment.program];
    const [first, end] = [payment.day - toDays, payment.day - fromDays + 1];
    return inDays(redemptions, first, end).filter((entry) => mayPay(payment, entry) && !payersOf.has(entry));
  }

  function mayPay(payment: Entry, entry: Entry): boolean {
    const { fromDays, toDays } = terms[payment.program];
    const lag = payment.day - entry.day;
    return isOfOneAccount(payment, entry) && lag >= fromDays && lag <= toDays;
  }

  /** What is open only shrinks: where its number is the same, so is the reading, until it is the payment's turn. */
  function read(payment: Entry): void {
    const open = openFor(payment);
    const turn = waits(payment, open) ? null : turnOf(payment, open);
    const when = `${open.length} ${JSON.stringify(turn && { ...turn, next: turn.next?.open.length })}`;
    if (readWhen.get(payment) === when) return;
    readWhen.set(payment, when);
    readings.set(payment, readPayment(payment, open, turn));
  }

  /** Whether another payment, of an earlier day or its own, which may have paid some of `open`, is still a question. */
  function waits(payment: Entry, open: readonly Entry[]): boolean {
    const isQuestion = (other: Entry): boolean => {
      const reading = readings.get(other);
      if (other === payment || reading === undefined) return false;
      if (other.day === payment.day && reading.isSure) return false;
      return reading.ways.length > 0 || reading.isGivenUp;
    };
    if (open.length === 0) return false;
    return inDays(payments, open[0]!.day, payment.day + 1).some(
      (other) => isQuestion(other) && open.some((entry) => mayPay(other, entry)),
    );
  }

  /** Told by payments of days before, of the payment's program and place. */
  function turnOf(payment: Entry, open: readonly Entry[]): Turn {
    const isBefore = (paid: PaidDay) => paid.paidOn < payment.day && isOfOneAccount(payment, paid);
    const before = paidDays.filter(isBefore);
    const paidThrough = before.reduce((last, { day }) => Math.max(last, day), NO_DAY);
    const openFrom = open.find(({ day }) => day > paidThrough)?.day ?? payment.day;
    return { paidThrough, habit: habitOf(before, openFrom), next: nextAfter(payment) };
  }

  /** Of the same program and place, on a day of its own. */
  function nextAfter(payment: Entry): Turn['next'] {
    const ofLater = (other: Entry) =>
      other.day > payment.day && other.program === payment.program && other.location === payment.location;
    const next = payments.find(ofLater);
    if (next === undefined || settled.has(next)) return null;
    const isAlone = inDays(payments, next.day, next.day + 1).filter(ofLater).length === 1;
    return isAlone ? { payment: next, open: openFor(next) } : null;
  }

  function report(): Settlement {
    const outcomes = payments.map((payment) =>
      outcomeOf(payment, settled.get(payment), readings.get(payment)),
    );
    const inReview = new Map<Entry, ExceptionCode[]>();
    for (const { ways, shortCents } of readings.values()) {
      for (const entry of ways.flat())
        inReview.set(entry, shortCents > 0 ? ['REIMBURSED_SHORT'] : ['AMBIGUOUS']);
    }
    const today = parseDay(asOf);
    const states = redemptions.map((entry): RedemptionOutcome => {
      const payers = payersOf.get(entry);
      if (payers) return { row: entry.row, result: 'paid', paymentRows: rowsOf(payers), reasonCodes: [] };
      const codes = inReview.get(entry);
      if (codes) return { row: entry.row, result: 'review', paymentRows: [], reasonCodes: codes };
      const isOverdue = today - entry.day > terms[entry.program].toDays;
      return {
        row: entry.row,
        result: isOverdue ? 'overdue' : 'awaited',
        paymentRows: [],
        reasonCodes: isOverdue ? ['NOT_REIMBURSED'] : [],
      };
    });
    const overdue = redemptions.filter((_, i) => states[i]!.result === 'overdue');
    return {
      payments: outcomes.sort(byRow),
      redemptions: states.sort(byRow),
      paidCents: sumOf([...payersOf.keys()]),
      overdueCents: sumOf(overdue),
      shortCents: outcomes.reduce((sum, outcome) => sum + outcome.shortCents, 0),
    };
  }
}

type Account = Pick<Entry, 'location' | 'program'>;

/** Of one program and place; who names no place fits any. */
const isOfOneAccount = (a: Account, b: Account): boolean =>
  a.program === b.program && (a.location === '' || b.location === '' || a.location === b.location);

/** What a settled payment pays, and why. */
interface Settled {
  entries: Entry[];
  detail: string;
  otherPart: Entry | null;
}

/** How many payments are sure to have paid each redemption: more than one is a question for a person. */
function countClaims(readings: Iterable<Reading>): Map<Entry, number> {
  const claims = new Map<Entry, number>();
  for (const reading of readings) {
    if (!reading.isSure) continue;
    for (const entry of reading.ways[0]!) claims.set(entry, (claims.get(entry) ?? 0) + 1);
  }
  return claims;
}

const byRow = (a: { row: number }, b: { row: number }): number => a.row - b.row;

const rowsOf = (entries: readonly Entry[]): number[] => entries.map(({ row }) => row).sort((a, b) => a - b);

function outcomeOf(
  payment: Entry,
  settled: Settled | undefined,
  reading: Reading | undefined,
): PaymentOutcome {
  const none = { row: payment.row, redemptionRows: [], otherPartRow: null, alternatives: [], shortCents: 0 };
  if (settled) {
    const redemptionRows = rowsOf(settled.entries);
    const { detail, otherPart } = settled;
    const otherPartRow = otherPart?.row ?? null;
    return { ...none, result: 'settled', redemptionRows, otherPartRow, reasonCodes: [], detail };
  }
  const { ways, isSure, shortCents, detail } = reading!;
  if (ways.length === 0) return { ...none, result: 'unexplained', reasonCodes: [], detail };
  return {
    ...none,
    result: 'review',
    alternatives: ways.map(rowsOf),
    shortCents,
    reasonCodes: shortCents > 0 ? ['REIMBURSED_SHORT'] : ['AMBIGUOUS'],
    detail: isSure ? `${detail}; another payment fits the same redemptions` : detail,
  };
}
