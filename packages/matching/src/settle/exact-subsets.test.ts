import fc from 'fast-check';
import { exactSubsets, type Pile } from './exact-subsets.ts';

const sums = (piles: readonly Pile[], ways: readonly number[][]): number[] =>
  ways.map((counts) => counts.reduce((sum, count, i) => sum + count * piles[i]!.amountCents, 0));

/** Every way, by trying all. */
function allWays(piles: readonly Pile[], total: number): number {
  const from = (pile: number, rest: number): number => {
    if (pile === piles.length) return Number(rest === 0);
    let ways = 0;
    for (let n = 0; n <= piles[pile]!.count && n * piles[pile]!.amountCents <= rest; n++)
      ways += from(pile + 1, rest - n * piles[pile]!.amountCents);
    return ways;
  };
  return from(0, total);
}

describe('subsets that add up', () => {
  // The larger ones are of sums beyond a machine word.
  it.each([
    ['small', 12, 60],
    ['large', 70, 300],
  ])('of %s amounts are all found, each is exact, and none is named twice', (_size, largest, most) => {
    const pile = fc.record({
      amountCents: fc.integer({ min: 1, max: largest }),
      count: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(pile, { maxLength: 6 }), fc.integer({ min: 1, max: most }), (piles, total) => {
        const { ways, complete } = exactSubsets(piles, total, 10_000);
        expect(complete).toBe(true);
        expect(sums(piles, ways).every((sum) => sum === total)).toBe(true);
        expect(ways.every((counts) => counts.every((n, i) => n >= 0 && n <= piles[i]!.count))).toBe(true);
        expect(new Set(ways.map(String)).size).toBe(ways.length);
        expect(ways).toHaveLength(allWays(piles, total));
      }),
    );
  });

  it('are found up to the number asked for, however many there are', () => {
    const piles = Array.from({ length: 60 }, () => ({ amountCents: 2000, count: 1 }));
    const { ways } = exactSubsets(piles, 60_000, 4);
    expect(ways).toHaveLength(4);
    expect(sums(piles, ways)).toEqual([60_000, 60_000, 60_000, 60_000]);
  });

  it('are not looked for where there would be too much to look through', () => {
    const piles = Array.from({ length: 200 }, (_, i) => ({ amountCents: 10_001 + i, count: 1 }));
    expect(exactSubsets(piles, 1_000_003, 4)).toEqual({ ways: [], complete: false });
  });
});
