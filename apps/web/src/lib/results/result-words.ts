// What a result row is called, and the colour and icon that say the same.
import type { ResultRowWire, ResultState, TransactionWire, Verdict } from '@medspasync/schemas';
import type { Tone } from '@medspasync/ui';
import { CircleCheck, CircleHelp, CircleSlash, type LucideIcon, Receipt, TriangleAlert } from 'lucide-react';
import { countOf } from '../counts.ts';
import { formatDollars } from '../money.ts';
import { claimWords } from './claim-words.ts';

export interface ResultWords {
  label: string;
  tone: Tone;
  icon: LucideIcon;
}

const MATCHED: ResultWords = { label: 'Matched', tone: 'success', icon: CircleCheck };
const APPROVED: ResultWords = { label: 'Approved', tone: 'success', icon: CircleCheck };
const REJECTED: ResultWords = { label: 'Rejected', tone: 'danger', icon: CircleSlash };
const RE_PAIRED: ResultWords = { label: 'Paired anew', tone: 'success', icon: CircleCheck };
const WRITTEN_OFF: ResultWords = { label: 'Written off', tone: 'neutral', icon: CircleSlash };
const PROPOSED: ResultWords = { label: 'Write-off proposed', tone: 'warning', icon: CircleHelp };
const PAIR_PROPOSED: ResultWords = { label: 'Pair proposed', tone: 'warning', icon: CircleHelp };
const IN_REVIEW: ResultWords = { label: 'Needs review', tone: 'warning', icon: CircleHelp };
const MISSING: ResultWords = { label: 'Missing in POS', tone: 'danger', icon: CircleSlash };
const UNCLAIMED: ResultWords = { label: 'Unclaimed POS', tone: 'info', icon: Receipt };
const TAKEN_BACK: ResultWords = { label: 'Taken back', tone: 'neutral', icon: CircleSlash };
const UNREADABLE: ResultWords = { label: 'Could not be read', tone: 'danger', icon: TriangleAlert };

const DECIDED: Readonly<Record<Verdict, ResultWords>> = {
  approved: APPROVED,
  rejected: REJECTED,
  re_paired: RE_PAIRED,
  written_off: WRITTEN_OFF,
};

/** What a person's decision is called. */
export const verdictLabel = (verdict: Verdict): string => DECIDED[verdict].label;

/** The same before the server has said whether a second person has to approve it. */
export const enteredLabel = (verdict: Verdict): string =>
  verdict === 'written_off' ? 'Write-off entered' : verdictLabel(verdict);

const STATES: Readonly<Record<ResultState, string>> = {
  EXPECTED: 'Expected',
  MISSING: 'Missing',
  MISMATCHED: 'Sides disagree',
};

export const stateLabel = (state: ResultState): string => STATES[state];

/** What is open about a row, in words: `Missing · $40.00 at stake · claim by Feb 14, 2024`; undefined when nothing is. */
export function openWordsOf(row: ResultRowWire): string | undefined {
  return openWords(row, `${formatDollars(row.dollars_at_stake)} at stake`);
}

/** The same where the row's amount stands beside it: `Missing · claim by Feb 14, 2024`. */
export const briefOpenWordsOf = (row: ResultRowWire): string | undefined => openWords(row);

/** `Shares the sale with 1 other reward, which has $40.00 of it; $20.00 is left.` */
export function shareWordsOf({ sale_share: share }: Pick<ResultRowWire, 'sale_share'>): string | undefined {
  if (!share || share.other_rewards === 0) return undefined;
  const others = `${countOf(share.other_rewards, 'other reward')}, which ${share.other_rewards === 1 ? 'has' : 'have'}`;
  return `Shares the sale with ${others} ${formatDollars(share.other_amount)} of it; ${formatDollars(share.left)} is left.`;
}

function openWords({ deadline, state }: ResultRowWire, ...stake: string[]): string | undefined {
  if (state === null) return undefined;
  const claim = deadline === null ? [] : [claimWords(deadline)];
  return [STATES[state], ...stake, ...claim].join(' · ');
}

const decisionWords = ({ approval, verdict }: NonNullable<ResultRowWire['decision']>): ResultWords =>
  approval?.status === 'pending' ? (verdict === 'written_off' ? PROPOSED : PAIR_PROPOSED) : DECIDED[verdict];

/** What a decision is called: a write-off, or a pair with a sale of less, that waits for a second person is only proposed. */
export const decisionLabel = (decision: NonNullable<ResultRowWire['decision']>): string =>
  decisionWords(decision).label;

/** `$30.00 of it, which was not paid back, written off`; proposed only while it waits for a second person. */
export function restWordsOf({ amount, approval }: NonNullable<ResultRowWire['rest_write_off']>): string {
  const what = approval?.status === 'pending' ? 'proposed to be written off' : 'written off';
  return `${formatDollars(amount)} of it, which was not paid back, ${what}`;
}

/** A person's decision outweighs the engine's result, and a redemption that the portal took back is neither's. */
export function wordsOf(row: ResultRowWire): ResultWords {
  if (row.is_taken_back) return TAKEN_BACK;
  if (row.decision) return decisionWords(row.decision);
  switch (row.result) {
    case 'match':
      return MATCHED;
    case 'review_required':
      return IN_REVIEW;
    case 'no_match':
      return row.reward_transaction ? MISSING : UNCLAIMED;
    case 'error':
      return UNREADABLE;
  }
}

type Sides = Pick<ResultRowWire, 'reward_transaction' | 'pos_transaction'>;

/** The side a row is about: its reward, or the POS transaction that nothing claimed. */
export const subjectOf = (row: Sides): TransactionWire | null =>
  row.reward_transaction ?? row.pos_transaction;

/** Dollars that depend on the row. */
export const amountOf = (row: Sides): number => subjectOf(row)?.amount ?? 0;

/** Name of the patient, or a word for its absence; of a row that could not be read, its id. */
export const patientOf = (row: ResultRowWire): string =>
  row.unreadable?.transaction_id ?? subjectOf(row)?.customer_name ?? 'No name';

/** What a row without an id of its own is called by its place in the file. */
const BY_ITS_PLACE = /^row:/;

/** A row as its file calls it, else by its patient: `R-104`. */
export function rowNameOf(row: ResultRowWire): string {
  const id = subjectOf(row)?.transaction_id;
  return id === undefined || BY_ITS_PLACE.test(id) ? patientOf(row) : id;
}

/** Where a row that could not be read stands, and why: `Rewards file, line 7, Amount: is blank`. */
export function unreadableWordsOf({ unreadable }: ResultRowWire): string | undefined {
  if (!unreadable) return undefined;
  const { column, reason, row, side } = unreadable;
  const file = side === 'reward' ? 'Rewards file' : 'POS file';
  return `${[file, `line ${row}`, column].filter(Boolean).join(', ')}: ${reason}`;
}
