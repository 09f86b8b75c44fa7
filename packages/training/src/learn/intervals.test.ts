import fc from 'fast-check';
import { areaInterval, f1Interval, type Interval, shareInterval } from './intervals.ts';

const width = ({ low, high }: Interval): number => high - low;
const count = fc.integer({ min: 0, max: 500 });
const times = fc.integer({ min: 2, max: 9 });

describe('an interval', () => {
  it('of a share is Wilson’s', () => {
    // Newcombe 1998, "Two-sided confidence intervals for the single proportion", examples of method 3.
    expect(shareInterval(81, 263)).toEqual({
      low: expect.closeTo(0.2553, 4),
      high: expect.closeTo(0.3662, 4),
    });
    expect(shareInterval(15, 148)).toEqual({
      low: expect.closeTo(0.0624, 4),
      high: expect.closeTo(0.1605, 4),
    });
    expect(shareInterval(0, 20)).toEqual({ low: 0, high: expect.closeTo(0.1611, 4) });
  });

  it('holds what was measured, and stays open where everything was right', () => {
    fc.assert(
      fc.property(count, count, count, (right, wrong, missed) => {
        const { low, high } = f1Interval(right, wrong, missed);
        const f1 = right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
        expect(low).toBeLessThanOrEqual(f1 + 1e-12);
        expect(high).toBeGreaterThanOrEqual(f1 - 1e-12);
      }),
    );
    expect(shareInterval(10, 10).low).toBeLessThan(0.75);
    expect(areaInterval(1, 5, 5).low).toBeLessThan(0.75);
  });

  it('never widens when the same outcome is seen several times as often', () => {
    fc.assert(
      fc.property(count, count, count, times, (right, wrong, missed, k) => {
        fc.pre(right + wrong + missed > 0);
        expect(width(f1Interval(k * right, k * wrong, k * missed))).toBeLessThanOrEqual(
          width(f1Interval(right, wrong, missed)),
        );
        expect(width(shareInterval(k * right, k * (right + wrong + 1)))).toBeLessThanOrEqual(
          width(shareInterval(right, right + wrong + 1)),
        );
        const area = right / (right + wrong + 1);
        expect(width(areaInterval(area, k * (right + 2), k * (wrong + 2)))).toBeLessThanOrEqual(
          width(areaInterval(area, right + 2, wrong + 2)) + 1e-9,
        );
      }),
    );
  });
});
