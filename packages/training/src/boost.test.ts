import { createRandom } from '@medspasync/test-kit';
import { boost, type FeatureGroup, type LabelledPairs } from './boost.ts';
import { contributionsOf, LEAF, logOddsOf } from './trees.ts';

const OPTIONS = { rounds: 20, maxDepth: 3, minHessian: 2, lambda: 1, learningRate: 0.3 };
const GROUPS: FeatureGroup[] = [
  { name: 'name', features: [{ index: 0, direction: 1 }] },
  {
    name: 'amount',
    features: [
      { index: 1, direction: 0 },
      { index: 2, direction: 0 },
    ],
  },
];

/** A match when the first feature is large and the second lies in a band; the third is noise; some are missing. */
function pairs(rows: number, seed: number): LabelledPairs {
  const random = createRandom(seed);
  const features = new Float32Array(rows * 3);
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const [a, b, c] = [random.next(), random.next(), random.next()];
    const logOdds = 8 * (a - 0.5) + (b > 0.3 && b < 0.6 ? 3 : -3);
    labels[row] = Number(random.next() < 1 / (1 + Math.exp(-logOdds)));
    features.set([a, random.chance(0.1) ? Number.NaN : b, c], row * 3);
  }
  return { rows, width: 3, features, labels };
}

const logLoss = (logOdds: Float64Array, labels: Uint8Array): number =>
  logOdds.reduce((sum, x, i) => sum + Math.log1p(Math.exp(labels[i] === 1 ? -x : x)), 0) / labels.length;

describe('boosting', () => {
  const model = boost(pairs(6000, 1), GROUPS, OPTIONS);

  it('predicts pairs it has not seen', () => {
    const unseen = pairs(3000, 2);
    const untrained = new Float64Array(unseen.rows);
    expect(logLoss(logOddsOf(model, unseen.features, unseen.rows), unseen.labels)).toBeLessThan(
      0.6 * logLoss(untrained, unseen.labels),
    );
  });

  it('lets the trees of a group see that group’s features only', () => {
    const seen = GROUPS.map((_, group) => {
      const trees = model.trees.filter((tree) => tree.group === group);
      return new Set(trees.flatMap((tree) => tree.feature).filter((feature) => feature !== LEAF));
    });
    expect([...seen[0]!]).toEqual([0]);
    expect([...seen[1]!].every((feature) => feature === 1 || feature === 2)).toBe(true);
  });

  it('never lets a larger value of a known direction speak against a match', () => {
    const steps = Float32Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? i / 300 : 0.5));
    const contributions = contributionsOf(model, steps, 100);
    for (let row = 1; row < 100; row++) {
      expect(contributions[row * 2]!).toBeGreaterThanOrEqual(contributions[(row - 1) * 2]! - 1e-12);
    }
  });

  it('gives the same trees for the same pairs', () => {
    expect(boost(pairs(6000, 1), GROUPS, OPTIONS)).toEqual(model);
  });

  it('refuses pairs of one kind', () => {
    const all = pairs(100, 3);
    expect(() => boost({ ...all, labels: all.labels.fill(1) }, GROUPS, OPTIONS)).toThrow('non-matching');
  });
});
