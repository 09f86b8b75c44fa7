import { exactSum } from './exact-sum.ts';

describe('an exact sum', () => {
  it('is found among the fewest, best lines', () => {
    expect(exactSum([5000, 2500, 1500, 2500], 4000, 4)).toMatchObject({ members: [1, 2] });
  });

  it('must hold the line that is already assigned', () => {
    expect(exactSum([2500, 1500, 2500], 4000, 4, 2)).toMatchObject({ members: [1, 2] });
  });

  it('is to the cent, and of no more lines than allowed', () => {
    expect(exactSum([1333, 1333, 1333], 4000, 4)).toBeNull();
    expect(exactSum([1000, 1000, 1000, 1000], 4000, 3)).toBeNull();
  });
});
