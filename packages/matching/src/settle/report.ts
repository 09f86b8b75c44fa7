// What a run found, by the rows of the books as they were given.
import type { ExceptionCode, Program } from '@medspasync/schemas';
import { parseDay } from '../normalise/parse-day.ts';
import type { Entry } from './read-books.ts';
import type { Reading } from './read-payment.ts';
import { sumOf } from './sums.ts';
import type { ReimbursementTerms } from './terms.ts';

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

/** What a settled payment pays, and why. */
export interface Settled {
  entries: Entry[];
  detail: string;
  otherPart: Entry | null;
}

/** Where a run has ended. */
export interface Findings {
  payments: readonly Entry[];
  redemptions: readonly Entry[];
  settled: ReadonlyMap<Entry, Settled>;
  /** Of what is not settled. */
  readings: ReadonlyMap<Entry, Reading>;
  /** By redemption that is paid. */
  payersOf: ReadonlyMap<Entry, readonly Entry[]>;
}

/** @param asOf `YYYY-MM-DD`. */
export function reportOf(
  { payersOf, payments, readings, redemptions, settled }: Findings,
  asOf: string,
  terms: Readonly<Record<Program, ReimbursementTerms>>,
): Settlement {
  const outcomes = payments.map((payment) => outcomeOf(payment, settled.get(payment), readings.get(payment)));
  const inReview = new Map<Entry, ExceptionCode[]>();
  for (const payment of payments) {
    const reading = readings.get(payment);
    if (reading === undefined) continue;
    const { shortCents, ways } = reading;
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
