import fc from 'fast-check';
import { rounding } from './matches-row.ts';

test.each([6, 9])('numbers are rounded to %i decimals as toFixed rounds them, ties and all', (decimals) => {
  const rounded = rounding(decimals);
  const numbers = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -50, max: 50, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    // Halfway between two decimals, as near as a number comes.
    fc.integer({ min: -2_000_000, max: 2_000_000 }).map((n) => (n + 0.5) / 10 ** decimals),
  );
  fc.assert(
    fc.property(numbers, (value) => {
      expect(rounded(value) + 0).toBe(Number(value.toFixed(decimals)) + 0);
    }),
    { numRuns: 5_000 },
  );
});
