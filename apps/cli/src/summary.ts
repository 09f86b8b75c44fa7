// What the person reads at the end, on standard error: counts, dollars, and what the run cost.
import { type ReconciliationMetrics, runWords } from '@medspasync/matching';
import { formatCents, formatCount } from '@medspasync/schemas';
import { type Book, namedRows } from './read-book.ts';
import { KIND } from './row-facts.ts';
import type { Tally } from './tally.ts';

export interface Cost {
  seconds: number;
  peakBytes: number;
}

export function summaryText(
  tally: Tally,
  metrics: ReconciliationMetrics,
  rewards: Book,
  pos: Book,
  cost: Cost,
): string {
  const { match, review_required: review, no_match: unmatched } = tally.rewards;
  const records = rewards.rows.count + pos.rows.count;
  const lines = [
    bookLine('Rewards', rewards),
    bookLine('POS', pos),
    line('Matched', formatCount(match.count), `${formatCents(match.cents)} of rewards found in the POS`),
    line(
      'In review',
      formatCount(review.count),
      `${formatCents(review.cents)} of rewards with a likely POS line, for a person to confirm`,
    ),
    line(
      'Unmatched',
      formatCount(unmatched.count),
      `${formatCents(unmatched.cents)} of rewards redeemed in the portal and not found in the POS`,
    ),
    ...reversalLines(rewards),
    line('POS left over', formatCount(tally.unclaimedPos), 'POS lines that no reward belongs to'),
    line('At risk', formatCount(tally.discounts.count), atRiskWords(tally)),
    line(
      'Took',
      `${cost.seconds.toFixed(2)} s`,
      `${formatCount(Math.round(records / cost.seconds))} records/s, ${Math.round(cost.peakBytes / 1_048_576)} MB at peak`,
    ),
  ];
  const said = [...swappedWords(rewards, pos), ...warnings(rewards), ...warnings(pos)];
  return [...lines, ...runWords(metrics).map((word) => `\n${word}`), ...said]
    .map((text) => `${text}\n`)
    .join('');
}

/** One side that speaks of the other is said, unless the other does, too: then both files are likely of one kind. */
function swappedWords(rewards: Book, pos: Book): string[] {
  const why =
    rewards.likelySide === 'pos' && pos.likelySide !== 'pos'
      ? `${rewards.filename} holds sales`
      : pos.likelySide === 'reward' && rewards.likelySide !== 'reward'
        ? `${pos.filename} holds redemptions`
        : undefined;
  return why === undefined ? [] : [`--rewards and --pos may be swapped: by its columns ${why}`];
}

const line = (label: string, value: string, detail: string): string =>
  `${label.padEnd(16)}${value.padStart(14)}   ${detail}`;

function bookLine(label: string, book: Book): string {
  const skipped =
    book.unreadable.length === 0 ? '' : `, ${formatCount(book.unreadable.length)} rows could not be read`;
  return line(label, formatCount(book.rows.count), `${book.filename} (${book.layoutName})${skipped}`);
}

function reversalLines({ rows }: Book): string[] {
  const reversals = rows.kind.filter((kind) => kind === KIND.reversal).length;
  return reversals === 0
    ? []
    : [
        line(
          'Taken back',
          formatCount(reversals),
          'refunds, voids and reimbursements among the rewards, in no sum above',
        ),
      ];
}

function atRiskWords({ discounts, otherDiscounts: others }: Tally): string {
  const words = `${formatCents(discounts.cents)} of loyalty discounts given in the POS, with no redemption in the portal`;
  if (others.count === 0) return words;
  const rows = others.count === 1 ? '1 POS line' : `${formatCount(others.count)} POS lines`;
  return `${words}; up to ${formatCents(others.cents)} more in ${rows} naming a program, perhaps whole invoices`;
}

const warnings = ({ filename, notices, unreadable }: Book): string[] => [
  ...namedRows(filename, unreadable),
  ...notices.map((notice) => `${filename}: ${notice}`),
];
