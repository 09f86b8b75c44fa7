// What the person reads at the end, on standard error: counts, dollars, and what the run cost.
import { driftWords, type MatchResult, type ReconciliationReport } from '@medspasync/matching';
import { formatCents, type Result } from '@medspasync/schemas';
import { type Book, namedRows } from './read-book.ts';
import { KIND, type RowFacts } from './row-facts.ts';

export interface Cost {
  seconds: number;
  peakBytes: number;
}

export function summaryText(report: ReconciliationReport, rewards: Book, pos: Book, cost: Cost): string {
  const { results, summary } = report;
  const money = moneyOf(results, rewards.rows);
  const atRisk = unaccountedDiscounts(results, pos.rows);
  const records = rewards.rows.count + pos.rows.count;
  const lines = [
    bookLine('Rewards', rewards),
    bookLine('POS', pos),
    line('Matched', count(summary.matchesFound), `${formatCents(money.match)} of rewards found in the POS`),
    line(
      'In review',
      count(summary.reviewRequired),
      `${formatCents(money.review_required)} of rewards with a likely POS line, for a person to confirm`,
    ),
    line(
      'Unmatched',
      count(summary.noMatches),
      `${formatCents(money.no_match)} of rewards redeemed in the portal and not found in the POS`,
    ),
    ...reversalLines(rewards),
    line('POS left over', count(summary.unclaimedPos), 'POS lines that no reward belongs to'),
    line('At risk', count(atRisk.count), atRiskWords(atRisk)),
    line(
      'Took',
      `${cost.seconds.toFixed(2)} s`,
      `${count(Math.round(records / cost.seconds))} records/s, ${Math.round(cost.peakBytes / 1_048_576)} MB at peak`,
    ),
  ];
  const drift = driftWords(report.metrics.drift);
  const unlike = drift === null ? [] : [`\n${drift}`];
  return [...lines, ...unlike, ...warnings(rewards), ...warnings(pos)].map((text) => `${text}\n`).join('');
}

const count = (value: number): string => value.toLocaleString('en-US');

const line = (label: string, value: string, detail: string): string =>
  `${label.padEnd(16)}${value.padStart(14)}   ${detail}`;

function bookLine(label: string, book: Book): string {
  const skipped =
    book.unreadable.length === 0 ? '' : `, ${count(book.unreadable.length)} rows could not be read`;
  return line(label, count(book.rows.count), `${book.filename} (${book.layoutName})${skipped}`);
}

function reversalLines({ rows }: Book): string[] {
  const reversals = rows.kind.filter((kind) => kind === KIND.reversal).length;
  return reversals === 0
    ? []
    : [line('Taken back', count(reversals), 'refunded or voided rewards, in no sum above')];
}

/** Cents of the rewards by result; what was refunded or voided is no money of the practice. */
function moneyOf(results: readonly MatchResult[], { kind, amountCents }: RowFacts): Record<Result, number> {
  const cents = { match: 0, review_required: 0, no_match: 0, error: 0 };
  for (const { result, rewardIndex } of results) {
    if (rewardIndex === null || kind[rewardIndex] === KIND.reversal) continue;
    cents[result] += amountCents[rewardIndex]!;
  }
  return cents;
}

interface Discounts {
  /** Rows that are the discount itself, and their sum. */
  count: number;
  cents: number;
  /** Rows that name a program and may be whole invoices, of which the discount is an unknown part. */
  otherCount: number;
  otherCents: number;
}

/** Loyalty discounts of the POS that nothing in the portal accounts for: money the practice will not be paid back. */
function unaccountedDiscounts(results: readonly MatchResult[], { kind, amountCents }: RowFacts): Discounts {
  const found: Discounts = { count: 0, cents: 0, otherCount: 0, otherCents: 0 };
  for (const { reasonCodes, posIndexes } of results) {
    if (!reasonCodes.includes('POS_NOT_REDEEMED')) continue;
    const row = posIndexes[0]!;
    if (kind[row] === KIND.redemption) {
      found.count += 1;
      found.cents += amountCents[row]!;
    } else if (kind[row] === KIND.other) {
      found.otherCount += 1;
      found.otherCents += amountCents[row]!;
    }
  }
  return found;
}

function atRiskWords({ cents, otherCount, otherCents }: Discounts): string {
  const words = `${formatCents(cents)} of loyalty discounts given in the POS, with no redemption in the portal`;
  if (otherCount === 0) return words;
  const rows = otherCount === 1 ? '1 POS line' : `${count(otherCount)} POS lines`;
  return `${words}; up to ${formatCents(otherCents)} more in ${rows} naming a program, perhaps whole invoices`;
}

function warnings(book: Book): string[] {
  const named = namedRows(book.filename, book.unreadable);
  if (book.isOrderAmbiguous)
    named.push(`${book.filename}: dates read month first; nothing in the file says so`);
  return named;
}
