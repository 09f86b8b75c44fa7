import type { Transaction } from '@medspasync/schemas';
import { briefSample, generateBooks, sevenCategories } from '@medspasync/test-kit';
import { BookReader } from './normalise/book-reader.ts';
import { ReadBook } from './normalise/read-book.ts';
import { reconcile } from './reconcile.ts';
import type { Books, ReconciliationReport } from './report.ts';
import { currentScorer } from './test-scorer.ts';

const run = async (books: Books, threshold = 0.95): Promise<ReconciliationReport> =>
  reconcile(books, { scorer: await currentScorer(), threshold });

const row = (changes: Partial<Transaction> = {}): Transaction => ({
  customerName: 'Sarah Johnson',
  amountCents: 45000,
  date: '2024-01-15',
  ...changes,
});

const messy = () => generateBooks({ seed: 4711, rewards: 400, process: 'front-desk', difficulty: 'hard' });

describe('the sample of the brief', () => {
  it('matches the five rewards and leaves the sixth POS row over', async () => {
    const { results, summary } = await run(briefSample());
    expect(results.slice(0, 5).map((result) => [result.result, result.posIndexes])).toEqual([
      ['match', [0]],
      ['match', [1]],
      ['match', [2]],
      ['match', [3]],
      ['match', [4]],
    ]);
    expect(results[5]).toMatchObject({ rewardIndex: null, posIndexes: [5], result: 'no_match' });
    expect(summary).toMatchObject({ matchesFound: 5, reviewRequired: 0, noMatches: 0, unclaimedPos: 1 });
  });
});

describe('the seven categories', () => {
  it.each(sevenCategories())('$category: $about', async ({ rewards, pos, expected }) => {
    const { results } = await run({ rewards, pos }, 0.7);
    for (const link of expected) {
      if (link.copyOf !== undefined) continue;
      const right = new Set([...link.posIndexes, ...(link.interchangeable ?? [])]);
      const { result, posIndexes } = results[link.rewardIndex]!;
      if (right.size === 0) expect(result).not.toBe('match');
      else {
        expect(posIndexes).toHaveLength(link.posIndexes.length);
        expect(posIndexes.every((index) => right.has(index))).toBe(true);
      }
    }
  });
});

describe('a job', () => {
  it('answers with one result per reward in order, then one per unclaimed POS row', async () => {
    const books = messy();
    const { results } = await run(books);
    const ofRewards = results.filter((result) => result.rewardIndex !== null);
    expect(ofRewards.map((result) => result.rewardIndex)).toEqual(books.rewards.map((_, i) => i));
    const claimed = new Set(ofRewards.flatMap((result) => result.posIndexes));
    expect(results.length - ofRewards.length).toBe(books.pos.length - claimed.size);
  });

  it.each([
    'front-desk',
    'bulk-import',
    'registry',
  ] as const)('of a %s explains every probability as a sum that adds up to it', async (process) => {
    const books = generateBooks({ seed: 11, rewards: 400, process, difficulty: 'hard' });
    const { results } = await run(books);
    const explained = results.filter((result) => result.explanation !== null);
    expect(explained.length).toBeGreaterThan(300);
    for (const { explanation, matchProbability } of explained) {
      const { baseLogOdds, totalLogOdds, contributions } = explanation!;
      const sum = contributions.reduce((total, part) => total + part.logOdds, baseLogOdds);
      expect(Math.abs(sum - totalLogOdds)).toBeLessThan(1e-6);
      expect(Math.abs(1 / (1 + Math.exp(-totalLogOdds)) - matchProbability)).toBeLessThan(1e-6);
    }
    const held = explained.filter(({ explanation }) =>
      explanation!.contributions.some(({ comparison, logOdds }) => comparison === 'held' && logOdds < 0),
    );
    expect(new Set(held.map(({ result }) => result)).size).toBeGreaterThan(1);
  });

  it('that needs a summary only gets the one its explanations have', async () => {
    const books = messy();
    const { results } = await run(books);
    const short = await reconcile(books, { scorer: await currentScorer(), explanations: 'summary' });
    expect(short.results).toEqual(
      results.map(({ explanation, runnerUp, ...result }) => ({
        ...result,
        explanation: explanation && { ...explanation, contributions: [] },
        runnerUp: result.result === 'no_match' || result.reasonCodes.includes('AMBIGUOUS') ? runnerUp : null,
        nearestReward: null,
      })),
    );
  });

  it('gives the same report, to the last bit, whichever of its books was read apart', async () => {
    const books = messy();
    const scorer = await currentScorer();
    const read = (rows: readonly Transaction[]): ReadBook => {
      const reader = new BookReader(rows.length);
      for (const row of rows) reader.add(row);
      return reader.finish();
    };
    const readApart = (rows: readonly Transaction[]) => new ReadBook(structuredClone(read(rows).pack()));
    const together = JSON.stringify(await reconcile(books, { scorer }));
    const rewardsApart = { rewards: readApart(books.rewards), pos: read(books.pos) };
    expect(JSON.stringify(await reconcile(rewardsApart, { scorer }))).toBe(together);
    const posApart = { rewards: read(books.rewards), pos: readApart(books.pos) };
    expect(JSON.stringify(await reconcile(posApart, { scorer }))).toBe(together);
  });

  it('says of every row without a counterpart what came nearest, where anything was compared with it', async () => {
    const books = messy();
    const { results } = await run(books);
    const unmatched = results.filter(
      ({ rewardIndex, result }) => rewardIndex !== null && result === 'no_match',
    );
    const unclaimed = results.filter(({ rewardIndex }) => rewardIndex === null);
    expect(unmatched.every(({ reasonCodes }) => reasonCodes.length > 0)).toBe(true);
    // Of a reward whose sale was refunded that sale is told, and no pair explains it.
    for (const { explanation, runnerUp, note } of unmatched) {
      expect(explanation === null).toBe(runnerUp === null || note !== undefined);
    }
    expect(unmatched.filter(({ runnerUp }) => runnerUp?.detail.startsWith('Nearest POS row'))).not.toEqual(
      [],
    );
    const near = unclaimed.filter(({ nearestReward }) => nearestReward !== null);
    expect(near.length).toBeGreaterThan(0);
    for (const { nearestReward } of near) {
      expect(nearestReward!.detail).toMatch(/^Nearest reward(?:: .+|, matched with another sale)$/);
      expect(nearestReward!.matchProbability).toBeLessThan(0.7);
    }
  });

  it('stops between stages when it is cancelled', async () => {
    const controller = new AbortController();
    const stages: string[] = [];
    const job = reconcile(messy(), {
      scorer: await currentScorer(),
      signal: controller.signal,
      onProgress: ({ stage }) => {
        stages.push(stage);
        if (stage === 'compare') controller.abort();
      },
    });
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
    expect([...new Set(stages)]).toEqual(['normalise', 'understand', 'block', 'compare']);
  });

  it('answers an empty book with what is left', async () => {
    const { results, summary } = await run({ rewards: [], pos: [row()] });
    expect(results).toHaveLength(1);
    expect(summary).toMatchObject({ matchesFound: 0, unclaimedPos: 1 });
  });
});

describe('money that was split, shared, doubled or taken back', () => {
  it('puts one reward over two POS lines that add up to it', async () => {
    const { results } = await run({
      rewards: [row({ amountCents: 10000 })],
      pos: [
        row({ amountCents: 6213 }),
        row({ amountCents: 3787 }),
        row({ amountCents: 3000, customerName: 'Ann Lee' }),
      ],
    });
    expect(results[0]).toMatchObject({ result: 'match', posIndexes: [0, 1] });
    expect(results[0]!.reasonCodes).toContain('PARTIAL');
    expect(
      results[0]!.explanation!.contributions.find((part) => part.comparison === 'amount')!.detail,
    ).toContain('$100.00');
  });

  it('takes a line from a reward that has a worse claim to it than the sum', async () => {
    const { results } = await run({
      rewards: [row({ amountCents: 10000 }), row({ amountCents: 3000, date: '2024-01-16' })],
      pos: [row({ amountCents: 6213 }), row({ amountCents: 3787 })],
    });
    expect(results[0]).toMatchObject({ result: 'match', posIndexes: [0, 1] });
    expect(results[1]).toMatchObject({ result: 'no_match', posIndexes: [] });
  });

  it('puts two certificates on the one line they add up to', async () => {
    const { results } = await run({
      rewards: [
        row({ amountCents: 4000, reference: 'ASP-1111111' }),
        row({ amountCents: 6000, reference: 'ASP-2222222' }),
      ],
      pos: [row({ amountCents: 10000 })],
    });
    expect(results.map((result) => result.posIndexes)).toEqual([[0], [0]]);
    expect(results.every((result) => result.reasonCodes.includes('MULTI_CERT'))).toBe(true);
  });

  it('matches a redemption entered twice once, and says what the other is', async () => {
    const { results } = await run({
      rewards: [row({ reference: 'A-77777' }), row({ reference: 'A-77777' })],
      pos: [row()],
    });
    expect(results.map((result) => result.result).sort()).toEqual(['match', 'no_match']);
    expect(results.find((result) => result.result === 'no_match')!.reasonCodes).toEqual([
      'DUPLICATE_REDEMPTION',
    ]);
  });

  it.each([
    ['Emily Johnson', 'REDEEMED_NOT_IN_POS'],
    ['Emma Johnson', 'DUPLICATE_REDEMPTION'],
    ['Emmy Johnson', 'DUPLICATE_REDEMPTION'],
    ['E. Johnson', 'DUPLICATE_REDEMPTION'],
  ])('beside that of Emma Johnson calls a redemption of %s at the same phone %s', async (name, code) => {
    const emma = row({ customerName: 'Emma Johnson', customerPhone: '(555) 010-2030' });
    const { results } = await run({ rewards: [emma, { ...emma, customerName: name }], pos: [emma] });
    expect(results[0]).toMatchObject({ result: 'match', posIndexes: [0] });
    expect(results[1]).toMatchObject({ result: 'no_match', reasonCodes: [code] });
  });

  it('takes two equal redemptions and two equal sales for two matches', async () => {
    const { results } = await run({ rewards: [row(), row()], pos: [row(), row()] });
    expect(results.map((result) => result.result)).toEqual(['match', 'match']);
    expect(results.flatMap((result) => result.posIndexes).sort()).toEqual([0, 1]);
  });

  it('does not match a sale that was voided, and says so', async () => {
    const { results } = await run({ rewards: [row()], pos: [row(), row({ type: 'void' })] });
    expect(results[0]).toMatchObject({ result: 'no_match', reasonCodes: ['REFUND_AFTER_REDEMPTION'] });
  });

  it('leaves a choice between two equal candidates to a person, and names the other', async () => {
    const { results } = await run({
      rewards: [row()],
      pos: [row({ invoiceId: 'INV-1' }), row({ invoiceId: 'INV-2' })],
    });
    expect(results[0]).toMatchObject({
      result: 'review_required',
      runnerUp: { detail: 'Fits about as well' },
    });
    expect(results[0]!.reasonCodes).toContain('AMBIGUOUS');
    expect(results[0]!.explanation!.contributions.at(-1)).toMatchObject({
      comparison: 'held',
      detail: 'Another candidate fits about as well',
    });
  });

  it('says of a candidate that is a shade less likely that it fits about as well, and not equally', async () => {
    const botox = row({ service: 'Botox' });
    const { results } = await run({ rewards: [botox], pos: [botox, { ...botox, amountCents: 45100 }] });
    const [first] = results;
    expect(first).toMatchObject({ result: 'review_required', reasonCodes: ['AMBIGUOUS'], posIndexes: [0] });
    const { contributions, totalLogOdds } = first!.explanation!;
    const alone = totalLogOdds - contributions.at(-1)!.logOdds;
    const { detail, matchProbability } = first!.runnerUp!;
    const lead = alone - Math.log(matchProbability / (1 - matchProbability));
    expect(lead).toBeGreaterThan(0.1);
    expect(lead).toBeLessThan(0.2);
    expect(detail).toBe('Fits about as well');
  });
});
