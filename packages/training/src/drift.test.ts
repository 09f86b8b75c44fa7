import { driftWords, reconcile } from '@medspasync/matching';
import { loadScorer } from '@medspasync/matching/node';
import type { Transaction } from '@medspasync/schemas';
import { OUTSIDERS, outsiderBooks } from '@medspasync/test-kit';
import { booksOf, makeBooks, SPLITS } from './curriculum.ts';
import type { LabelledBooks } from './label-pairs.ts';

const runOn = async ({ rewards, pos }: LabelledBooks) => {
  const { results, metrics } = await reconcile(
    { rewards, pos },
    { scorer: await loadScorer(), explanations: 'none' },
  );
  const approved = results.filter(({ recommendation }) => recommendation === 'AUTO_APPROVE').length;
  return { drift: metrics.drift!, approved: approved / rewards.length };
};

/** Surnames read backwards, and every sale three weeks early: nothing a spa of the curriculum does. */
const garbled = (row: Transaction): Transaction => ({
  ...row,
  customerName: row.customerName?.replace(/\S+$/, (surname) => [...surname].reverse().join('')),
  date: row.date && new Date(Date.parse(row.date) - 21 * 86_400_000).toISOString().slice(0, 10),
});

describe('drift', () => {
  it('is under its cut for ordinary books, whoever made them', async () => {
    const heldOut = booksOf({ ...SPLITS.heldOut, firstSeed: 96_000, books: 1 }).map((options) =>
      makeBooks({ ...options, rewards: 500 }),
    );
    const others = OUTSIDERS.map((outsider) =>
      outsiderBooks(outsider, { seed: 5, rewards: 500, difficulty: 'easy' }),
    );
    for (const books of [...heldOut, ...others]) {
      const { drift } = await runOn(books);
      expect(drift.overall).toBeLessThan(1);
      expect(driftWords(drift)).toBeNull();
    }
  }, 60_000);

  it('is measured where columns are unlike anything taught, and then fewer matches are approved', async () => {
    const books = makeBooks({
      seed: 96_500,
      rewards: 800,
      process: 'front-desk',
      difficulty: 'easy',
      columns: 'full',
      namePool: 'b',
    });
    const ordinary = await runOn(books);
    const unlike = await runOn({ ...books, pos: books.pos.map(garbled) });
    expect(ordinary.drift.overall).toBeLessThan(1);
    expect(unlike.drift.overall).toBeGreaterThan(1);
    expect(driftWords(unlike.drift)).toMatch(/patient name.*without a person/);
    expect(unlike.approved).toBeLessThan(0.5 * ordinary.approved);
  }, 30_000);

  it('is small for a handful of rows: they are no sample', async () => {
    const books = makeBooks({ seed: 96_501, rewards: 5, process: 'front-desk', difficulty: 'hard' });
    expect((await runOn(books)).drift.overall).toBeLessThan(1);
  });
});
