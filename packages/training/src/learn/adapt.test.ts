import { createHash } from 'node:crypto';
import { loadEncoder, scorerOf } from '@medspasync/matching/node';
import { rewardsToPos } from '@medspasync/matching/stages';
import { exportOnnx } from '../export-onnx.ts';
import { contributionsOf } from '../trees.ts';
import { adapt, shareOffset, stepFor } from './adapt.ts';
import { type AdaptationStep, adaptableModel, adapted, measure, scoresOf } from './adapted-model.ts';
import { allRows, countsOf, evidenceOf } from './evidence.ts';
import { labelledBook, shippedModel } from './fixtures/labelled-book.ts';

const base = await shippedModel();
const encoder = await loadEncoder();
const model = adaptableModel(base);
const evidence = evidenceOf(labelledBook(110, 7, 'migration'), rewardsToPos, encoder);
const measured = measure(model, evidence);
const adaptationOf = (step: AdaptationStep) =>
  adapt(model, measured, {
    evidence,
    rows: allRows(evidence),
    plan: rewardsToPos,
    trainingPrior: base.manifest.trainingPrior,
    step,
  });

describe('what is free to move', () => {
  it('grows with the pairs of the rarer label', () => {
    const stepOf = (matches: number, others: number) =>
      stepFor({ labelled: matches + others, matches, lookAlikes: 5000 });
    expect(stepOf(5, 5)).toBe('scale');
    expect(stepOf(5, 5000)).toBe('scale');
    expect(stepOf(400, 90)).toBe('weights');
    expect(stepOf(1000, 1000)).toBe('trees');
  });

  it('is how sure the model is, then one weight per comparison', () => {
    expect(adaptationOf('scale')).toMatchObject({ weights: Array(7).fill(1), corrections: null });
    expect(adaptationOf('scale').scale).not.toBe(1);
    expect(adaptationOf('weights').weights.every((weight) => weight > 0)).toBe(true);
    expect(adaptationOf('weights').weights).not.toEqual(Array(7).fill(1));
  });
});

it.each([
  'scale',
  'weights',
  'trees',
] as const)('moved by %s, a model expects as many matches as before: which pairs were labelled has no say', (step) => {
  const expected = (scores: Float64Array): number =>
    scores.reduce((sum, score) => sum + 1 / (1 + Math.exp(-score)), 0);
  const offset = shareOffset(countsOf(evidence, allRows(evidence)), base.manifest.trainingPrior);
  const atShare = (scores: Float64Array): Float64Array => scores.map((score) => score + offset);
  const moved = scoresOf(adapted(model, adaptationOf(step)), evidence);
  expect(expected(atShare(moved))).toBeCloseTo(expected(atShare(measured.scores)), 6);
});

describe('a model with more trees', () => {
  const grown = adapted(model, adaptationOf('trees'));

  it('has the base’s trees and some of its own', () => {
    expect(grown.comparisons.trees.length).toBeGreaterThan(model.comparisons.trees.length);
    expect(scoresOf(grown, evidence)).not.toEqual(measured.scores);
  });

  it('still says nothing of what is missing', () => {
    const nothing = new Float32Array(evidence.width).fill(Number.NaN);
    const before = contributionsOf(model.comparisons, nothing, 1);
    for (const [c, value] of contributionsOf(grown.comparisons, nothing, 1).entries()) {
      expect(value).toBeCloseTo(adaptationOf('trees').weights[c]! * before[c]!, 5);
    }
  });

  it('is a file that says what its trees say', async () => {
    const bytes = exportOnnx(grown.comparisons, grown.rivals);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const scorer = await scorerOf(bytes, { ...base.manifest, sha256 }, encoder);
    const found = await scorer.contributions(evidence.features, evidence.candidates.count);
    const expected = contributionsOf(grown.comparisons, evidence.features, evidence.candidates.count);
    for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 4);
  });
});

test('labelling more strangers says nothing about how many matches a job has', () => {
  const counts = { labelled: 100, matches: 50, lookAlikes: 200 };
  expect(shareOffset({ ...counts, labelled: 5000 }, 0.2)).toBe(shareOffset(counts, 0.2));
  expect(shareOffset({ ...counts, lookAlikes: 50 }, 0.2)).toBeGreaterThan(shareOffset(counts, 0.2));
});

test('a candidate whose rows both belong to somebody else is known to be no match', () => {
  const pairs = [
    { customerName: 'Ann Lee', date: '2024-01-15' },
    { customerName: 'Anna Lee', date: '2024-01-16' },
  ].map((who) => ({
    reward: { ...who, amountCents: 5000 },
    pos: { ...who, amountCents: 5000 },
    isMatch: true,
  }));
  const { known, labelled, labels } = evidenceOf(pairs, rewardsToPos, encoder);
  expect([labelled, known]).toEqual([2, 4]);
  expect([...labels]).toEqual([1, 1, 0, 0]);
});
