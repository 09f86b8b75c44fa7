import { DRIFT_BINS } from '@medspasync/matching/stages';
import { carryDrift } from './carry-drift.ts';

const reference = { comparisons: [{ shares: [0, 0, 0, 0, 0, 0.25, 0.75, 0], cut: 0.2 }] };
const saying = (...contributions: number[]) => ({ contributions: Float64Array.from(contributions) });
const unmoved = { scale: 1, weights: [1] };
const ALL = [0, 1, 2, 3];

describe('what training looks like to an adapted model', () => {
  it('is told in the units of the model it comes from', () => {
    const moved = carryDrift(reference, { scale: 1.2, weights: [1.1] }, saying(), saying(), []);
    expect(moved.comparisons[0]!.unit).toBeCloseTo(1.32, 12);
    const again = carryDrift(moved, { scale: 0.5, weights: [1] }, saying(), saying(), []);
    expect(again.comparisons[0]!.unit).toBeCloseTo(0.66, 12);
    expect(again.comparisons[0]!.shares).toEqual(moved.comparisons[0]!.shares);
  });

  it('goes along where its trees move the matches', () => {
    const { shares } = carryDrift(reference, unmoved, saying(3, 3, 3, 2), saying(3.6, 3.6, 3, 2), ALL)
      .comparisons[0]!;
    expect(shares).toHaveLength(DRIFT_BINS);
    expect(shares.slice(5)).toEqual([0.25, 0.25, 0.5]);
  });

  it('stays where nothing was labelled, and where a match says nothing', () => {
    const { shares } = carryDrift(reference, unmoved, saying(0, 0, 0, 3), saying(0, 3, 0, 3), ALL)
      .comparisons[0]!;
    expect(shares.slice(5)).toEqual([0.25, 0.75, 0.001]);
  });
});
