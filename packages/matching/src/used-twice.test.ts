// A code is redeemed once: whoever types it again gets no sale of their own without a person.
import type { Transaction } from '@medspasync/schemas';
import { generateBooks } from '@medspasync/test-kit';
import { runWords } from './explain/run-words.ts';
import { reconcile } from './reconcile.ts';
import { currentScorer } from './test-scorer.ts';

const ANN: Transaction = {
  customerName: 'Ann Roe',
  customerPhone: '555-201-0010',
  amountCents: 6000,
  date: '2026-03-07',
  service: 'Botox',
  program: 'alle',
  reference: 'AUTH-371725K',
};

const run = async (rewards: Transaction[], pos: Transaction[] = salesOf(rewards)) =>
  reconcile({ rewards, pos }, { scorer: await currentScorer() });
const salesOf = (rewards: Transaction[]): Transaction[] =>
  rewards.map(({ reference: _, ...sale }) => ({ ...sale }));

describe('one code on two rewards that each have their sale', () => {
  it.each<[string, Transaction[]]>([
    ['of one patient, weeks apart', [ANN, { ...ANN, date: '2026-03-21' }]],
    ['of one patient and day', [ANN, ANN]],
    [
      'of two patients',
      [
        { ...ANN, customerName: 'Bea Fry', customerPhone: '555-202-0020' },
        { ...ANN, customerName: 'Cat Orr', customerPhone: '555-203-0030' },
      ],
    ],
  ])('asks a person (%s), and the run says so', async (_what, rewards) => {
    const { results, metrics } = await run(rewards);
    expect(results.map(({ posIndexes }) => posIndexes)).toEqual([[0], [1]]);
    for (const { reasonCodes, recommendation, explanation } of results) {
      expect(reasonCodes).toContain('DUPLICATE_REDEMPTION');
      expect(recommendation).not.toBe('AUTO_APPROVE');
      expect(explanation!.contributions.at(-1)!.detail).toBe(
        'The code is on another matched reward, too: approved by a person only',
      );
    }
    expect(results[0]!.nearestReward).toMatchObject({ rewardIndex: 1, detail: 'Same code' });
    expect(runWords(metrics).join()).toContain('Redeemed twice: 2 rewards');
  });

  it.each<[string, Transaction[], Transaction[] | undefined]>([
    ['two treatments of one day', [ANN, { ...ANN, amountCents: 4000, service: 'Juvederm' }], undefined],
    [
      'two halves of one sale',
      [ANN, { ...ANN, amountCents: 4000 }],
      [{ ...ANN, reference: undefined, amountCents: 10000 }],
    ],
  ])('is one redemption in lines (%s)', async (_what, rewards, pos) => {
    const { results, metrics } = await run(rewards, pos);
    expect(results.map(({ posIndexes }) => posIndexes.length)).toEqual([1, 1]);
    for (const { reasonCodes } of results) expect(reasonCodes).not.toContain('DUPLICATE_REDEMPTION');
    expect(runWords(metrics)).toEqual([]);
  });

  it('is no code where one of them was voided', async () => {
    const rewards: Transaction[] = [ANN, { ...ANN, type: 'void' }, { ...ANN, date: '2026-03-21' }];
    const { results } = await run(rewards, salesOf([rewards[0]!, rewards[2]!]));
    expect(results.filter(({ recommendation }) => recommendation === 'AUTO_APPROVE')).toHaveLength(1);
    expect(results.flatMap(({ reasonCodes }) => reasonCodes)).not.toContain('DUPLICATE_REDEMPTION');
  });
});

it('a column that most rewards share, an offer’s or a patient’s, is no redemption twice', async () => {
  const books = generateBooks({ seed: 8, rewards: 60, process: 'front-desk', difficulty: 'easy' });
  const rewards = books.rewards.map((row, n) => ({ ...row, reference: `SPRING-${n % 2}` }));
  const { metrics } = await run(rewards, books.pos);
  expect(metrics.usedTwiceRewards).toBe(0);
});

it('a reward of nothing is approved by a person only, whatever the invoice', async () => {
  const reward = { ...ANN, amountCents: 0 };
  const { results } = await run([reward], [{ ...ANN, amountCents: 45000 }]);
  expect(results[0]!.recommendation).not.toBe('AUTO_APPROVE');
  expect(results[0]!.explanation!.contributions.at(-1)!.detail).toBe(
    'The reward is of $0.00: approved by a person only',
  );
});
