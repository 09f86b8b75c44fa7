// What the person reads at the end, on standard error: counts, dollars, and what the run cost.
import { describeSkipped } from '@medspasync/exporting';
import type { MatchResult, ReconciliationReport } from '@medspasync/matching';
import { formatCents, type Transaction } from '@medspasync/schemas';
import type { Book } from './read-book.ts';

/** Unreadable rows named one by one; the matches file has them all. */
const ROWS_NAMED = 10;

export interface Cost {
  seconds: number;
  peakBytes: number;
}

export function summaryText(report: ReconciliationReport, rewards: Book, pos: Book, cost: Cost): string {
  const { summary } = report;
  const unredeemed = unredeemedDiscounts(report.results, pos.transactions);
  const unmatchedCents = summary.reviewAmountCents + summary.unmatchedAmountCents;
  const records = rewards.transactions.length + pos.transactions.length;
  const lines = [
    bookLine('Rewards', rewards),
    bookLine('POS', pos),
    line('Matched', count(summary.matchesFound), formatCents(summary.matchedAmountCents)),
    line('For review', count(summary.reviewRequired), formatCents(summary.reviewAmountCents)),
    line('Not in the POS', count(summary.noMatches), formatCents(summary.unmatchedAmountCents)),
    line(
      'Unclaimed POS',
      count(summary.unclaimedPos),
      `${count(unredeemed.count)} of them loyalty discounts`,
    ),
    line(
      'At risk',
      formatCents(unmatchedCents + unredeemed.cents),
      `${formatCents(unmatchedCents)} of rewards not matched, up to ${formatCents(unredeemed.cents)} of discounts not redeemed`,
    ),
    line(
      'Took',
      `${cost.seconds.toFixed(2)} s`,
      `${count(Math.round(records / cost.seconds))} records/s, ${Math.round(cost.peakBytes / 1_048_576)} MB at peak`,
    ),
  ];
  return [...lines, ...warnings(rewards), ...warnings(pos)].map((text) => `${text}\n`).join('');
}

const count = (value: number): string => value.toLocaleString('en-US');

const line = (label: string, value: string, detail: string): string =>
  `${label.padEnd(16)}${value.padStart(14)}   ${detail}`;

function bookLine(label: string, book: Book): string {
  const skipped =
    book.unreadable.length === 0 ? '' : `, ${count(book.unreadable.length)} rows could not be read`;
  return line(label, count(book.transactions.length), `${book.filename} (${book.layoutName})${skipped}`);
}

/**
 * POS rows that name a program and that no redemption stands behind: money the practice will not be paid back. Where such
 * a row is a whole invoice, the discount is only part of it, so the sum is an upper bound.
 */
function unredeemedDiscounts(results: readonly MatchResult[], pos: readonly Transaction[]) {
  const unredeemed = results.filter(({ reasonCodes }) => reasonCodes.includes('POS_NOT_REDEEMED'));
  const cents = unredeemed.reduce(
    (sum, { posIndexes }) => sum + (pos[posIndexes[0] ?? -1]?.amountCents ?? 0),
    0,
  );
  return { count: unredeemed.length, cents };
}

function warnings(book: Book): string[] {
  const named = book.unreadable
    .slice(0, ROWS_NAMED)
    .map(({ skipped }) => `${book.filename}, ${describeSkipped(skipped)}`);
  const more = book.unreadable.length - named.length;
  if (more > 0) named.push(`${book.filename}: ${count(more)} more rows could not be read`);
  if (book.isOrderAmbiguous)
    named.push(`${book.filename}: dates read month first; nothing in the file says so`);
  return named;
}
