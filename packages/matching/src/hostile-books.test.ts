// Books that nobody would write by hand: they cost no more than others, and are answered.
import type { Transaction } from '@medspasync/schemas';
import { reconcile } from './reconcile.ts';
import type { Books, ReconciliationReport } from './report.ts';
import { currentScorer } from './test-scorer.ts';

const run = async (books: Books): Promise<ReconciliationReport> =>
  reconcile(books, { scorer: await currentScorer() });

const row = (changes: Partial<Transaction> = {}): Transaction => ({
  customerName: 'Sarah Johnson',
  amountCents: 45000,
  date: '2024-01-15',
  ...changes,
});

describe('hostile books', () => {
  it('of a hundred thousand equal rows match each with one', async () => {
    const rows = Array.from({ length: 100_000 }, () => row());
    const { summary, metrics } = await run({ rewards: rows, pos: rows });
    expect(summary.matchesFound).toBe(100_000);
    expect(metrics.candidatePairs).toBe(1);
  });

  it('of twenty thousand patients of one name and day leave the blocks that are too large closed', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => row({ amountCents: 1000 + i }));
    const { metrics } = await run({ rewards: rows, pos: rows });
    expect(metrics.passedOverRewards).toBeGreaterThan(0);
    expect(metrics.candidatePairs).toBeLessThan(rows.length * 20);
  });

  it.each([
    ['a name of a megabyte', { customerName: 'Sarah '.repeat(170_000) }],
    ['NUL bytes', { customerName: 'Sarah\u0000 Johnson\u0000', service: '\u0000' }],
    ['emoji', { customerName: 'Sarah 💉 Johnson', service: '✨' }],
    ['right-to-left text', { customerName: '\u202eשרה כהן' }],
    ['a date in 1900', { date: '1900-01-01' }],
    ['a date in 2999', { date: '2999-12-31' }],
    ['no amount to speak of', { amountCents: 0 }],
    ['the largest amount', { amountCents: 999_999_999 }],
  ])('with %s are answered', async (_, changes) => {
    const { results } = await run({ rewards: [row(changes)], pos: [row(changes)] });
    expect(results[0]!.matchProbability).toBeGreaterThan(0.7);
  });
});
