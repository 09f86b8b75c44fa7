import fc from 'fast-check';
import { bigramsOf } from '../normalise/name-tables.ts';
import { diceOfPairs, diceOfTexts } from './dice.ts';

const letters = fc.string({ minLength: 2, maxLength: 24, unit: fc.constantFrom(...'abcdefé') });

describe('Dice', () => {
  it('over presorted letter pairs is what string-similarity says', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const pairsA = bigramsOf(a);
        const pairsB = bigramsOf(b);
        const pairs = Int32Array.from([...pairsA, ...pairsB]);
        const kernel = diceOfPairs(pairs, 0, pairsA.length, pairsA.length, pairs.length);
        expect(kernel).toBeCloseTo(diceOfTexts(a, b), 12);
      }),
    );
  });
});
