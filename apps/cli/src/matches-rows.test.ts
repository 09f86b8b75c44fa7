import type { MatchResult } from '@medspasync/matching';
import { matchesRows } from './matches-rows.ts';
import type { Book } from './read-book.ts';
import { bookOf } from './testing/book-of.ts';

const book = (ids: string[], unreadable: Book['unreadable'] = []): Book =>
  bookOf(
    ids.map((transactionId) => ({ transactionId, amountCents: 100 })),
    { unreadable },
  );

const result = (
  rewardIndex: number | null,
  posIndexes: number[],
  more: Partial<MatchResult> = {},
): MatchResult => ({
  rewardIndex,
  posIndexes,
  result: posIndexes.length > 0 && rewardIndex !== null ? 'match' : 'no_match',
  matchProbability: 0.99,
  confidenceLevel: 'Very High',
  recommendation: 'AUTO_APPROVE',
  explanation: null,
  runnerUp: null,
  nearestReward: null,
  reasonCodes: [],
  ...more,
});

const skipped = (before: number, transactionId: string, row: number) => ({
  before,
  transactionId,
  skipped: { row, column: 'amount', reason: 'is blank' },
});

const lines = (results: MatchResult[], rewards: Book, pos: Book) =>
  [...matchesRows(results, rewards, pos)].map(({ rewardId, posIds, result: verdict }) => [
    rewardId,
    posIds.join(';'),
    verdict,
  ]);

test('unreadable rewards stand where the file has them: first, between, and last', () => {
  const rewards = book(['R-2', 'R-4'], [skipped(0, 'R-1', 2), skipped(1, 'R-3', 4), skipped(2, 'R-5', 6)]);
  const pos = book(['P-1', 'P-2', 'P-3'], [skipped(3, 'P-4', 5)]);
  expect(lines([result(0, [0, 2]), result(1, []), result(null, [1])], rewards, pos)).toEqual([
    ['R-1', '', 'error'],
    ['R-2', 'P-1;P-3', 'match'],
    ['R-3', '', 'error'],
    ['R-4', '', 'no_match'],
    ['R-5', '', 'error'],
    [null, 'P-2', 'no_match'],
    [null, 'P-4', 'error'],
  ]);
});

test('a tie names the sale that fits about as well', () => {
  const runnerUp = { posIndex: 1, matchProbability: 0.949, detail: 'Fits about as well' };
  const tie = result(0, [0], { reasonCodes: ['AMBIGUOUS'], runnerUp });
  const [row] = matchesRows([tie], book(['R-1']), book(['P-1', 'P-2']));
  expect(row!.reason).toContain('Fits about as well (P-2)');
  expect(row!.runnerUp).toMatchObject({ posId: 'P-2' });
});
