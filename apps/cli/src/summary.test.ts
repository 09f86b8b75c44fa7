import type { MatchResult, ReconciliationReport } from '@medspasync/matching';
import type { Transaction } from '@medspasync/schemas';
import type { Book } from './read-book.ts';
import { summaryText } from './summary.ts';

const book = (transactions: Transaction[], more: Partial<Book> = {}): Book => ({
  filename: 'book.csv',
  transactions,
  unreadable: [],
  layoutName: 'Plain',
  isOrderAmbiguous: false,
  ...more,
});

const unclaimed = (posIndex: number, reasonCodes: MatchResult['reasonCodes']): MatchResult => ({
  rewardIndex: null,
  posIndexes: [posIndex],
  result: 'no_match',
  matchProbability: 0,
  confidenceLevel: 'Very Low',
  recommendation: 'REVIEW_REQUIRED',
  explanation: null,
  runnerUp: null,
  reasonCodes,
});

const report = (results: MatchResult[]): ReconciliationReport => ({
  results,
  summary: {
    totalTransactions: 6,
    matchesFound: 1,
    reviewRequired: 1,
    noMatches: 1,
    unclaimedPos: results.length,
    rewardAmountCents: 17_000,
    matchedAmountCents: 10_000,
    reviewAmountCents: 4_000,
    unmatchedAmountCents: 3_000,
  },
  metrics: { candidatePairs: 0, comparedPairs: 0, skippedBlocks: 0, stages: [] },
});

const reward: Transaction = { transactionId: 'R', amountCents: 100 };
const cost = { seconds: 0.5, peakBytes: 104_857_600 };

test('at risk are rewards not matched and discounts not redeemed', () => {
  const pos = book([
    { transactionId: 'P-1', amountCents: 2_000, program: 'alle', type: 'redemption' },
    { transactionId: 'P-2', amountCents: 5_000 },
  ]);
  const results = [unclaimed(0, ['POS_NOT_REDEEMED']), unclaimed(1, [])];
  const text = summaryText(report(results), book([reward, reward, reward]), pos, cost);
  expect(text).toMatch(/Matched +1 +\$100\.00\n/);
  expect(text).toMatch(/Unclaimed POS +2 +1 of them loyalty discounts\n/);
  expect(text).toMatch(
    /At risk +\$90\.00 +\$70\.00 of rewards not matched, up to \$20\.00 of discounts not redeemed\n/,
  );
  expect(text).toMatch(/Took +0\.50 s +10 records\/s, 100 MB at peak\n/);
});

test('the first ten unreadable rows are named, the rest counted, and a guessed date order is said', () => {
  const unreadable = Array.from({ length: 12 }, (_, n) => ({
    before: 0,
    transactionId: `R-${n}`,
    skipped: { row: n + 2, column: 'amount', reason: 'is blank' },
  }));
  const rewards = book([reward], { unreadable, isOrderAmbiguous: true });
  const text = summaryText(report([]), rewards, book([reward]), cost);
  expect(text.match(/is blank/g)).toHaveLength(10);
  expect(text).toContain('book.csv: 2 more rows could not be read');
  expect(text).toContain('dates read month first');
});
