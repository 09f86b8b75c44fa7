// How far the dollars redeemed are accounted for: by a match, or by a person who gave them up.
import type { JobSummaryWire } from '@medspasync/schemas';
import { formatDollars } from '../money.ts';

/** Dollars redeemed that nothing accounts for yet. */
export const dollarsLeft = (summary: JobSummaryWire): number =>
  lessOf(summary.reward_amount, summary.matched_amount, summary.written_off_reward_amount);

/** Of the rewards without a match, those that nobody gave up. */
export const dollarsUnmatched = (summary: JobSummaryWire): number =>
  lessOf(summary.unmatched_amount, summary.written_off_reward_amount);

/** "Redeemed $900.00 − matched $500.00 − written off $40.00". */
export function redeemedLess(summary: JobSummaryWire): string {
  const writtenOff = summary.written_off_reward_amount;
  return [
    `Redeemed ${formatDollars(summary.reward_amount)}`,
    `matched ${formatDollars(summary.matched_amount)}`,
    ...(writtenOff > 0 ? [`written off ${formatDollars(writtenOff)}`] : []),
  ].join(' − ');
}

/** To the cent, and never below zero. */
const lessOf = (dollars: number, ...others: number[]): number =>
  Math.max(
    0,
    others.reduce((cents, other) => cents - Math.round(other * 100), Math.round(dollars * 100)),
  ) / 100;
