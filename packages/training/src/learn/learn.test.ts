import { reconcile } from '@medspasync/matching';
import { loadEncoder, scorerOf } from '@medspasync/matching/node';
import type { ServiceEncoder } from '@medspasync/matching/stages';
import type { Transaction } from '@medspasync/schemas';
import { generateBooks } from '@medspasync/test-kit';
import { judgeBooks } from '../evaluate-engine.ts';
import { summariseJudgement } from '../summarise-judgement.ts';
import type { ModelFile } from './adapted-model.ts';
import { labelledBook, shippedModel } from './fixtures/labelled-book.ts';
import type { LabelledPair } from './labelled-pair.ts';
import { learnFromLabelledPairs } from './learn.ts';
import { LearningRefusal } from './refusal.ts';

let base: ModelFile;
let encoder: ServiceEncoder;
beforeAll(async () => {
  base = await shippedModel();
  encoder = await loadEncoder();
});

const about = { version: 'learned.1', trainedOn: '2026-11-26' };
const learn = (pairs: ReturnType<typeof labelledBook>, more = {}) =>
  learnFromLabelledPairs({ pairs, base, encoder, ...about, ...more });

describe('learning from ten pairs', () => {
  it('moves nothing but how sure the model is, and says how little is known', () => {
    const pairs = labelledBook(40, 5, 'migration').slice(0, 10);
    const learned = learn(pairs);
    expect(learned.step).toBe('scale');
    expect(Buffer.from(learned.model).equals(base.model)).toBe(true);
    expect(learned.manifest.calibration.scale / base.manifest.calibration.scale).toBeCloseTo(1, 1);
    expect([learned.trainingSamples, learned.validationSamples]).toEqual([8, 2]);
    expect(learned.verdict.isBetter).toBe(false);
    expect(learned.statement).toContain('too few to know it better');
    expect(learned.statement).toContain('cannot be told from fewer than 30 pairs');
  });

  it('counts a pair that is given again once', () => {
    const twelve = labelledBook(40, 5, 'migration').slice(0, 12);
    const learned = learn([...twelve, ...twelve]);
    expect(learned.pairs).toBe(12);
    expect(learned.trainingSamples + learned.validationSamples).toBe(24);
    expect(learned.statement).toContain('24 were given');
  });
});

describe('its figures', () => {
  it('are known better the more pairs of one kind there are', () => {
    const pairs = labelledBook(90, 8, 'registry');
    const widths = [15, 45, 130].map((rows) => {
      const { accuracy, auc, f1 } = learn(pairs.slice(0, rows)).metrics;
      return [accuracy, auc, f1].map(({ low, high }) => high - low);
    });
    for (const figure of [0, 1, 2]) {
      expect(widths[1]![figure]!).toBeLessThan(widths[0]![figure]!);
      expect(widths[2]![figure]!).toBeLessThan(widths[1]![figure]!);
    }
  });

  it('and its bytes are the same for the same request', () => {
    const pairs = labelledBook(25, 9, 'portal-clerk');
    expect(learn(pairs)).toEqual(learn(pairs));
    expect(learn(pairs, { seed: 2 }).manifest.heldOut).not.toEqual(learn(pairs).manifest.heldOut);
  });
});

describe('a whole job after learning from pairs that are easy to tell', () => {
  const book = { seed: 71, rewards: 600, process: 'migration', difficulty: 'hard' } as const;
  const job = generateBooks(book);
  const judged = async ({ model, manifest }: ModelFile) => {
    const scorer = await scorerOf(model, manifest, encoder);
    const rewards = await judgeBooks(job, scorer);
    const { metrics } = await reconcile(job, { scorer, explanations: 'none' });
    return { ...summariseJudgement(rewards), drift: metrics.drift!.overall };
  };

  it('has no more wrong claims, no wrong approvals, and seems no further from training', async () => {
    const before = await judged(base);
    const learned = learn(labelledBook(500, 3, 'migration'));
    expect(learned.step).toBe('weights');
    const after = await judged(learned);
    expect(after.precision).toBeGreaterThanOrEqual(before.precision);
    expect(after.autoPrecision).toBeGreaterThanOrEqual(before.autoPrecision);
    expect(after.drift).toBeCloseTo(before.drift, 1);
    expect(learned.manifest.approveFrom).toBeGreaterThanOrEqual(base.manifest.approveFrom);
  }, 60_000);
});

describe('labels of which many say the opposite of the truth', () => {
  it('move the model within its bounds, and it is not called better while it errs more', () => {
    const wrong = labelledBook(40, 5, 'front-desk').map((pair, i) => ({
      ...pair,
      isMatch: pair.isMatch !== i % 5 < 2,
    }));
    const { verdict, manifest } = learn(wrong);
    expect(verdict.wrong.adapted).toBeGreaterThan(20);
    expect(verdict.isBetter && verdict.wrong.adapted > verdict.wrong.current).toBe(false);
    expect(manifest.calibration.scale).toBeGreaterThanOrEqual(0.6 * base.manifest.calibration.scale);
  });
});

describe('what cannot be learned from', () => {
  const problemsOf = (pairs: ReturnType<typeof labelledBook>, more = {}): string[] => {
    try {
      learn(pairs, more);
    } catch (error) {
      if (error instanceof LearningRefusal)
        return error.problems.map(({ row, field, message }) => `${row ?? 'all'} ${field} ${message}`);
      throw error;
    }
    return [];
  };

  it('is named all at once', () => {
    const [match] = labelledBook(40, 5, 'migration').filter(({ isMatch }) => isMatch);
    const refund = { ...match!, pos: { ...match!.pos, type: 'refund' as const, amountCents: 12_300 } };
    expect(problemsOf([match!, refund], { validationSplit: 0.9 })).toEqual([
      'all validationSplit must be from 0.05 to 0.5',
      'all pairs must be at least 10; there are 2',
      'all pairs need at least one pair that is no match; all are',
      '1 pos is a refund or void, which the engine sets aside by rule; leave the pair out',
    ]);
    expect(problemsOf([])).toEqual(['all pairs must be at least 10; there are 0']);
  });

  it('is few pairs that are given again and again', () => {
    const two = labelledBook(40, 5, 'migration').filter((pair, i, all) => {
      return i === all.findIndex(({ isMatch }) => isMatch === pair.isMatch);
    });
    expect(problemsOf(Array.from({ length: 5 }, () => two).flat())).toEqual([
      'all pairs must be at least 10 different ones; of 10 given there are 2',
    ]);
  });

  it('is labels that all say the opposite', () => {
    for (const rewards of [8, 40]) {
      const inverted = labelledBook(rewards, 5, 'front-desk').map((pair) => ({
        ...pair,
        isMatch: !pair.isMatch,
      }));
      expect(problemsOf(inverted)).toEqual([expect.stringContaining('isMatch looks inverted')]);
    }
  });

  it('is a pair with both labels', () => {
    const pairs = labelledBook(40, 5, 'migration').slice(0, 20);
    expect(problemsOf([...pairs, { ...pairs[3]!, isMatch: !pairs[3]!.isMatch }])).toEqual([
      '20 isMatch contradicts row 3: the same pair with the other label',
    ]);
  });

  it('is rows with nothing but amounts', () => {
    const bare = labelledBook(40, 5, 'migration').map(({ reward, pos, isMatch }, i) => ({
      reward: { amountCents: reward.amountCents + i },
      pos: { amountCents: pos.amountCents },
      isMatch,
    }));
    expect(problemsOf(bare)).toEqual([expect.stringContaining('nothing to compare but amounts')]);
  });

  it('is ids that agree exactly where a pair is a match', () => {
    const leaking = labelledBook(40, 5, 'migration').map((pair, i) => ({
      ...pair,
      reward: { ...pair.reward, transactionId: `T-${i}` },
      pos: { ...pair.pos, transactionId: pair.isMatch ? `T-${i}` : `P-${i}` },
    }));
    expect(problemsOf(leaking)).toEqual([
      expect.stringContaining(
        "the reward's transaction_id and the POS row's transaction_id are equal exactly",
      ),
      expect.stringContaining("the form of the POS row's transaction_id alone tells"),
    ]);
  });

  const relabelled = (
    change: (pair: LabelledPair, i: number) => Partial<Record<'reward' | 'pos', Partial<Transaction>>>,
  ) =>
    labelledBook(40, 5, 'migration').map((pair, i) => {
      const { reward, pos } = change(pair, i);
      return { ...pair, reward: { ...pair.reward, ...reward }, pos: { ...pair.pos, ...pos } };
    });

  it('is ids that agree where a pair is a match, also with a slip', () => {
    const leaking = relabelled(({ isMatch }, i) => ({
      reward: { transactionId: `T-${i}` },
      pos: { transactionId: isMatch !== (i === 0) ? `T-${i}` : `T-${i + 500}` },
    }));
    expect(problemsOf(leaking)).toEqual([expect.stringContaining('are equal exactly')]);
  });

  it('is ids that have the same number where a pair is a match', () => {
    const leaking = relabelled(({ isMatch }, i) => ({
      reward: { transactionId: `R${i + 1}` },
      pos: { transactionId: isMatch ? `P0${i + 1}` : `P${i + 500}` },
    }));
    expect(problemsOf(leaking)).toEqual([
      expect.stringContaining("the POS row's transaction_id have the same number"),
    ]);
  });

  it('is ids whose form tells the label', () => {
    const leaking = relabelled(({ isMatch }, i) => ({
      reward: { transactionId: `${isMatch ? 'M' : 'N'}-${(i * 37) % 101}` },
    }));
    expect(problemsOf(leaking)).toEqual([
      expect.stringContaining("the form of the reward's transaction_id alone tells"),
    ]);
  });

  it('is a column that is filled where a pair is a match only', () => {
    const leaking = relabelled(({ isMatch }, i) => ({ pos: { reference: isMatch ? `A${i}` : undefined } }));
    expect(problemsOf(leaking)).toEqual([
      expect.stringContaining("the POS row's reference is filled for one label only"),
    ]);
  });

  it('is a column the model does not read that tells the label alone', () => {
    const leaking = labelledBook(40, 5, 'migration').map((pair, i) => ({
      ...pair,
      pos: {
        ...pair.pos,
        transactionId: `P-${i}`,
        type: pair.isMatch ? ('redemption' as const) : ('sale' as const),
      },
    }));
    expect(problemsOf(leaking)).toEqual([expect.stringContaining("the POS row's type alone tells")]);
  });
});
