import { approvalBound } from './approval-bound.ts';

describe('the bound for approval', () => {
  const all = new Uint8Array(2000).fill(1);
  const probabilities = Float64Array.from({ length: 2000 }, (_, i) => (i < 1000 ? 0.99 : 0.955));

  it('is as low as 0.95 or the lowest pair above it when all were right', () => {
    expect(approvalBound(probabilities, new Uint8Array(2000).fill(1), all)).toBe(0.955);
  });

  it('rises above the pairs that went wrong too often', () => {
    const labels = Uint8Array.from({ length: 2000 }, (_, i) => Number(i < 1000 || i % 4 !== 0));
    expect(approvalBound(probabilities, labels, all)).toBeGreaterThan(0.955);
  });
});
