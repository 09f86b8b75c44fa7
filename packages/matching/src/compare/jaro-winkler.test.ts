import fc from 'fast-check';
import { jaroWinkler } from './jaro-winkler.ts';

const word = fc.string({ minLength: 0, maxLength: 40, unit: fc.constantFrom(...'abcde') });

describe('Jaro–Winkler', () => {
  it.each([
    ['martha', 'marhta', 0.9611111111],
    ['dixon', 'dicksonx', 0.8133333333],
    ['dwayne', 'duane', 0.84],
    ['abc', 'xyz', 0],
    ['', '', 0],
    ['kate', 'kate', 1],
  ])('of %s and %s is the pinned value', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 9);
  });

  it('does not depend on which word comes first, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const similarity = jaroWinkler(a, b);
        expect(similarity).toBe(jaroWinkler(b, a));
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
      }),
    );
  });
});
