import { exactSums } from './exact-sum.ts';

describe('exact sums', () => {
  it('are all found, those of the fewest, best lines first', () => {
    expect(exactSums([5000, 2500, 1500, 2500], 4000, 4)).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(exactSums([1000, 3000, 2000], 6000, 4)).toEqual([[0, 1, 2]]);
  });

  it('are to the cent, and of no more lines than allowed', () => {
    expect(exactSums([1333, 1333, 1333], 4000, 4)).toEqual([]);
    expect(exactSums([1000, 1000, 1000, 1000], 4000, 3)).toEqual([]);
  });
});
