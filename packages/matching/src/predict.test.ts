import type { Transaction } from '@medspasync/schemas';
import { createRandom, generateBooks } from '@medspasync/test-kit';
import { predictPair, predictPairs } from './predict.ts';
import type { PairPrediction } from './report.ts';
import { currentScorer } from './test-scorer.ts';

const SARAH: Transaction = {
  customerName: 'Sarah Johnson',
  customerPhone: '(555) 123-4567',
  amountCents: 45000,
  date: '2024-01-15',
  service: 'Botox Treatment',
};
const BARE: Transaction = { customerName: 'Sarah Johnson', amountCents: 45000, date: '2024-01-15' };

const predict = async (reward: Transaction, pos: Transaction, threshold?: number) =>
  predictPair(reward, pos, { scorer: await currentScorer(), threshold });

describe('one pair', () => {
  it('that agrees in everything is approved by itself', async () => {
    expect(await predict(SARAH, SARAH)).toMatchObject({
      result: 'match',
      confidenceLevel: 'Very High',
      recommendation: 'AUTO_APPROVE',
    });
  });

  it('of name, amount and date alone is a match', async () => {
    expect(await predict(BARE, BARE, 0.8)).toMatchObject({ result: 'match', recommendation: 'AUTO_APPROVE' });
  });

  it('of the same amount and day but another name and phone is none', async () => {
    const stranger = { ...SARAH, customerName: 'Mark Lee', customerPhone: '(212) 987-0000' };
    expect((await predict(SARAH, stranger)).matchProbability).toBeLessThan(0.2);
  });

  it('with a changed surname and the same phone is worth a look', async () => {
    const married = { ...SARAH, customerName: 'Sarah Miller' };
    expect((await predict(SARAH, married)).matchProbability).toBeGreaterThan(0.7);
  });

  it.each([
    ['refund', 'sale'],
    ['redemption', 'void'],
  ] as const)('of a %s and a %s is no match, however alike', async (rewardType, posType) => {
    const { result, recommendation, explanation } = await predict(
      { ...SARAH, type: rewardType },
      { ...SARAH, type: posType },
    );
    expect({ result, recommendation }).toEqual({ result: 'no_match', recommendation: 'REVIEW_REQUIRED' });
    expect(explanation.contributions.at(-1)?.detail).toBe('A refund, void or reimbursement is no sale');
  });

  it('of two first names on one phone is not approved by itself', async () => {
    const sister = { ...SARAH, customerName: 'Emily Johnson' };
    expect((await predict(SARAH, sister)).recommendation).not.toBe('AUTO_APPROVE');
  });

  it.each([
    ['a family', { customerName: 'Emily Johnson', reference: 'ASP-1234567' }, 'A family shares this phone'],
    ['nothing in doubt', { reference: 'ASP-1234567' }, undefined],
  ])('of %s is worth what its explanation adds up to', async (_, changes, held) => {
    const coded = { ...SARAH, reference: 'ASP-1234567' };
    const { explanation, matchProbability } = await predict(coded, { ...SARAH, ...changes });
    const { baseLogOdds, totalLogOdds, contributions } = explanation;
    const sum = contributions.reduce((total, part) => total + part.logOdds, baseLogOdds);
    expect(sum).toBeCloseTo(totalLogOdds, 6);
    expect(1 / (1 + Math.exp(-totalLogOdds))).toBeCloseTo(matchProbability, 6);
    expect(contributions.find(({ comparison }) => comparison === 'held')?.detail).toBe(held);
  });

  it('lists every model input, null where a side says nothing', async () => {
    const { features } = await predict(BARE, SARAH);
    expect(features.find(({ feature }) => feature === 'phone_level')).toEqual({
      feature: 'phone_level',
      value: null,
    });
    expect(features.find(({ feature }) => feature === 'days_apart')).toEqual({
      feature: 'days_apart',
      value: 0,
    });
  });

  it('that says nothing about phones gains and loses nothing by them', async () => {
    const { explanation } = await predict(BARE, BARE);
    expect(explanation.contributions.find(({ comparison }) => comparison === 'contact')!.logOdds).toBeCloseTo(
      0,
      5,
    );
  });
});

/** With what is only found when it is read. */
const everything = (prediction: PairPrediction) => ({
  ...prediction,
  explanation: prediction.explanation,
  features: prediction.features,
});

describe('a batch of pairs', () => {
  it('gives each pair the answer it gets alone', async () => {
    const scorer = await currentScorer();
    const pairs = [
      { reward: SARAH, pos: SARAH },
      { reward: BARE, pos: { ...BARE, date: '2024-01-17' } },
    ];
    const batch = await predictPairs(pairs, { scorer });
    const alone = await Promise.all(pairs.map(({ reward, pos }) => predictPair(reward, pos, { scorer })));
    expect(batch.map(everything)).toEqual(alone.map(everything));
  });

  it.each([
    'front-desk',
    'registry',
    'migration',
  ] as const)('of %s gives each the answer of a job of its own, to the last bit, whatever came before it', async (process) => {
    const scorer = await currentScorer();
    const { rewards, pos } = generateBooks({
      seed: 41,
      rewards: 120,
      process,
      difficulty: 'hard',
      columns: 'full',
      namePool: 'b',
    });
    const random = createRandom(41);
    const pairs = Array.from({ length: 600 }, (_, i) => {
      const reward = rewards[i % rewards.length]!;
      const namesake = pos.find(({ customerName }) => customerName === reward.customerName);
      const stranger = random.pick(pos);
      return { reward, pos: i % 2 === 0 ? (namesake ?? stranger) : stranger };
    });
    const byJobs = await predictPairs(pairs, { scorer: { ...scorer, evaluator: undefined } });
    const inTurn = await predictPairs(pairs, { scorer });
    expect(inTurn.map(everything)).toEqual(byJobs.map(everything));
  });
});
