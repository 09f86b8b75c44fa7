import { stabilityIndex } from './drift.ts';

const REFERENCE = [0.01, 0.02, 0.05, 0.12, 0.2, 0.3, 0.2, 0.1];
const counts = (shares: readonly number[], pairs: number) =>
  Float64Array.from(shares, (share) => share * pairs);
const REVERSED = [...REFERENCE].reverse();

describe('the stability index', () => {
  it('is nothing for shares as in training, however many pairs', () => {
    expect(stabilityIndex(counts(REFERENCE, 10), REFERENCE)).toBeCloseTo(0, 12);
    expect(stabilityIndex(counts(REFERENCE, 100_000), REFERENCE)).toBeCloseTo(0, 12);
  });

  it('grows with the distance from training, and with how many pairs show it', () => {
    const mixed = REFERENCE.map((share, bin) => (share + REVERSED[bin]!) / 2);
    expect(stabilityIndex(counts(mixed, 1000), REFERENCE)).toBeGreaterThan(0.1);
    expect(stabilityIndex(counts(REVERSED, 1000), REFERENCE)).toBeGreaterThan(
      2 * stabilityIndex(counts(mixed, 1000), REFERENCE),
    );
    expect(stabilityIndex(counts(REVERSED, 5), REFERENCE)).toBeLessThan(0.05);
  });

  it('is finite where a bin of training stays empty', () => {
    expect(stabilityIndex(Float64Array.of(0, 0, 0, 0, 0, 0, 0, 500), REFERENCE)).toBeLessThan(10);
  });
});
