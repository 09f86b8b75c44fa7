import type { MatchResult, ReconciliationMetrics } from '@medspasync/matching';
import type { Transaction } from '@medspasync/schemas';
import type { Book } from './read-book.ts';
import { summaryText } from './summary.ts';
import { Tally } from './tally.ts';
import { bookOf } from './testing/book-of.ts';

const unclaimed = (posIndex: number, reasonCodes: MatchResult['reasonCodes']): MatchResult => ({
  rewardIndex: null,
  posIndexes: [posIndex],
  result: 'no_match',
  matchProbability: 0,
  confidenceLevel: 'Very Low',
  recommendation: 'REVIEW_REQUIRED',
  explanation: null,
  runnerUp: null,
  nearestReward: null,
  reasonCodes,
});

const ofReward = (rewardIndex: number, result: MatchResult['result']): MatchResult => ({
  ...unclaimed(0, []),
  rewardIndex,
  posIndexes: result === 'no_match' ? [] : [0],
  result,
});

const metrics = (of: Partial<ReconciliationMetrics>): ReconciliationMetrics => ({
  candidatePairs: 0,
  comparedPairs: 0,
  passedOverRewards: 0,
  usedTwiceRewards: 0,
  dateOrders: { asWritten: 0, exchanged: 0 },
  drift: null,
  stages: [],
  ...of,
});

/** The summary of results that have passed. */
function summaryOf(
  results: MatchResult[],
  rewards: Book,
  pos: Book,
  of: Partial<ReconciliationMetrics> = {},
) {
  const tally = new Tally(rewards, pos);
  expect([...tally.counting(results)]).toEqual(results);
  return summaryText(tally, metrics(of), rewards, pos, cost);
}

const reward: Transaction = { transactionId: 'R', amountCents: 100 };
const cost = { seconds: 0.5, peakBytes: 104_857_600 };

test('at risk are loyalty discounts that nothing in the portal accounts for, apart from rewards unmatched or in review', () => {
  const rewards = bookOf([{ amountCents: 10_000 }, { amountCents: 4_000 }, { amountCents: 3_000 }]);
  const pos = bookOf([
    { transactionId: 'P-1', amountCents: 2_000, program: 'alle', type: 'redemption' },
    { transactionId: 'P-2', amountCents: 45_000, program: 'alle', type: 'sale' },
    { transactionId: 'P-3', amountCents: 5_000 },
  ]);
  const results = [
    ofReward(0, 'match'),
    ofReward(1, 'review_required'),
    ofReward(2, 'no_match'),
    unclaimed(0, ['POS_NOT_REDEEMED']),
    unclaimed(1, ['POS_NOT_REDEEMED']),
    unclaimed(2, []),
  ];
  const text = summaryOf(results, rewards, pos);
  expect(text).toMatch(/Matched +1 +\$100\.00 of rewards found in the POS\n/);
  expect(text).toMatch(/In review +1 +\$40\.00 of rewards with a likely POS line/);
  expect(text).toMatch(/Unmatched +1 +\$30\.00 of rewards redeemed in the portal and not found in the POS\n/);
  expect(text).toMatch(/POS left over +3 /);
  expect(text).toMatch(
    /At risk +1 +\$20\.00 of loyalty discounts given in the POS, .*; up to \$450\.00 more in 1 POS line naming a program/,
  );
  expect(text).not.toContain('Taken back');
  expect(text).toMatch(/Took +0\.50 s +12 records\/s, 100 MB at peak\n/);
});

test('refunded and voided rows are counted, and are dollars of nothing', () => {
  const rewards = bookOf([
    { amountCents: 1_150, type: 'refund' },
    { amountCents: 900, type: 'void' },
  ]);
  const pos = bookOf([{ amountCents: 700, program: 'alle', type: 'refund' }]);
  const results = [
    ofReward(0, 'no_match'),
    ofReward(1, 'review_required'),
    unclaimed(0, ['POS_NOT_REDEEMED']),
  ];
  const text = summaryOf(results, rewards, pos);
  expect(text).toMatch(/Taken back +2 +refunds, voids and reimbursements/);
  expect(text).toMatch(/At risk +0 +\$0\.00/);
  expect(text.match(/\$[\d.]+/g)).toEqual(['$0.00', '$0.00', '$0.00', '$0.00']);
});

test('the first ten unreadable rows are named, the rest counted, and how the file was read is said', () => {
  const unreadable = Array.from({ length: 12 }, (_, n) => ({
    before: 0,
    transactionId: `R-${n}`,
    skipped: { row: n + 2, column: 'amount', reason: 'is blank' },
  }));
  const rewards = bookOf([reward], { unreadable, notices: ['dates were read month first'] });
  const text = summaryOf([], rewards, bookOf([reward]));
  expect(text.match(/is blank/g)).toHaveLength(10);
  expect(text).toContain('book.csv: 2 more rows could not be read');
  expect(text).toContain('book.csv: dates were read month first\n');
});

test('files unlike those the model was taught on are named as such, and ordinary ones are not', () => {
  const unlike = {
    overall: 2.4,
    comparisons: [
      { comparison: 'name', label: 'Patient name', stabilityIndex: 1.2, missing: 0, cut: 0.5 },
      { comparison: 'date', label: 'Date', stabilityIndex: 0.1, missing: 0, cut: 0.5 },
    ],
  };
  const rows = bookOf([reward]);
  expect(summaryOf([], rows, rows, { drift: unlike })).toContain(
    'These files are unlike those the model was taught on (patient name): no match is approved without a person.',
  );
  expect(summaryOf([], rows, rows)).not.toContain('unlike');
});

test('rewards that met more rows like them than are compared are said at the end', () => {
  const rows = bookOf([reward]);
  expect(summaryOf([], rows, rows, { passedOverRewards: 6_000 })).toContain(
    'Not all was looked at: 6,000 rewards share',
  );
  expect(summaryOf([], rows, rows)).not.toContain('Not all was looked at');
});

test('sides that speak of each other are said, and sides of one kind are not', () => {
  const rows = bookOf([reward]);
  const sales = bookOf([reward], { likelySide: 'pos' });
  const redemptions = bookOf([reward], { likelySide: 'reward' });
  for (const [rewards, pos] of [
    [sales, redemptions],
    [sales, rows],
    [rows, redemptions],
  ] as const) {
    expect(summaryOf([], rewards, pos)).toContain('--rewards and --pos may be swapped');
  }
  for (const [rewards, pos] of [
    [redemptions, sales],
    [sales, sales],
    [redemptions, redemptions],
    [rows, rows],
  ] as const) {
    expect(summaryOf([], rewards, pos)).not.toContain('swapped');
  }
});
