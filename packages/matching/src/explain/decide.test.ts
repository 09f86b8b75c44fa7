import { approvalBounds } from './approval-bounds.ts';
import { decide, type Found } from './decide.ts';

const manifest = { approveFrom: 0.99, approveAgreeingFrom: 0.96 };
const clear: Found = { codes: [], isAmountOpen: false, doubt: null, areTwoPeople: false, isClose: false };
const at = (probability: number): number => Math.log(probability / (1 - probability));

const decided = (probability: number, found: Partial<Found> = {}, overall = 0) =>
  decide(
    at(probability),
    { ...clear, ...found },
    {
      threshold: 0.5,
      doubtfulCeiling: 0.949,
      bounds: approvalBounds(manifest, { overall, comparisons: [] }),
    },
  );

describe('a pair is approved by itself', () => {
  it('from the bound measured for what its amounts say', () => {
    expect(decided(0.97).verdict.recommendation).toBe('AUTO_APPROVE');
    expect(decided(0.955).verdict.recommendation).not.toBe('AUTO_APPROVE');
    expect(decided(0.97, { isAmountOpen: true }).held).toBe('Amounts differ: approved by a person only');
    expect(decided(0.995, { isAmountOpen: true }).held).toBeNull();
  });

  it.each([
    [
      'two different names',
      { doubt: 'Names differ: approved by a person only' },
      'Names differ: approved by a person only',
    ],
    ['a rival close by', { isClose: true }, 'Another candidate comes close: approved by a person only'],
    ['a family', { codes: ['HOUSEHOLD' as const] }, 'A family shares this phone'],
  ])('but never with %s, and stays a match', (_, found, why) => {
    const { verdict, held } = decided(0.9999, found);
    expect(held).toBe(why);
    expect(verdict).toMatchObject({ matchProbability: 0.949, result: 'match' });
  });

  it('only where it is surest when the files are unlike training, and never when they are strange', () => {
    expect(decided(0.99, {}, 1.5).held).toMatch(/^These files are unlike/);
    expect(decided(0.9951, {}, 1.5).held).toBeNull();
    expect(decided(0.999_999, {}, 2.5).held).toMatch(/^These files are unlike/);
  });
});
