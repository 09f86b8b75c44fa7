import fc from 'fast-check';
import { diceOfPairs, diceOfTexts } from './dice.ts';

const letters = fc.string({ minLength: 2, maxLength: 24, unit: fc.constantFrom(...'abcdefé') });

const letterPairs = (text: string): number[] =>
  Array.from({ length: text.length - 1 }, (_, i) => (text.charCodeAt(i) << 16) | text.charCodeAt(i + 1)).sort(
    (a, b) => a - b,
  );

describe('Dice', () => {
  it('over presorted letter pairs is what string-similarity says', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const pairsA = letterPairs(a);
        const pairsB = letterPairs(b);
        const pairs = Int32Array.from([...pairsA, ...pairsB]);
        const kernel = diceOfPairs(pairs, 0, pairsA.length, pairsA.length, pairs.length);
        expect(kernel).toBeCloseTo(diceOfTexts(a, b), 12);
      }),
    );
  });
});
