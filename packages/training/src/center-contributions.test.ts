import { boost } from './boost.ts';
import { centerContributions } from './center-contributions.ts';
import { contributionsOf, logOddsOf } from './trees.ts';

const ROWS = 400;
const features = Float32Array.from({ length: ROWS * 2 }, (_, i) => {
  const row = i >> 1;
  return i % 2 === 0 ? row / ROWS : row % 4 === 0 ? Number.NaN : row % 3;
});
const labels = Uint8Array.from({ length: ROWS }, (_, row) => Number(row > 150 && row % 3 !== 0));
const pairs = { rows: ROWS, width: 2, features, labels };
const model = boost(
  pairs,
  [0, 1].map((index) => ({ name: `g${index}`, features: [{ index, direction: 0 as const }] })),
  { rounds: 5, maxDepth: 2, minHessian: 1, lambda: 1, learningRate: 0.3 },
);

describe('centring contributions', () => {
  const centered = centerContributions(model, pairs);

  it('changes no score', () => {
    const before = logOddsOf(model, features, ROWS);
    for (const [row, score] of logOddsOf(centered, features, ROWS).entries()) {
      expect(score).toBeCloseTo(before[row]!, 9);
    }
  });

  it('lets a comparison that may be missing say nothing then', () => {
    const missing = contributionsOf(centered, Float32Array.of(0.5, Number.NaN), 1);
    expect(missing[1]).toBeCloseTo(0, 9);
  });
});
