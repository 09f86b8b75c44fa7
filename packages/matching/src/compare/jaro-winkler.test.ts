import fc from 'fast-check';
import { jaroWinkler } from './jaro-winkler.ts';

const word = fc.string({ minLength: 0, maxLength: 40, unit: fc.constantFrom(...'abcde') });

/** As the definition tells it, letter by letter. */
function byDefinition(first: string, second: string): number {
  if (first === second) return first === '' ? 0 : 1;
  const isLed = first.length < second.length || (first.length === second.length && first < second);
  const [a, b] = (isLed ? [second, first] : [first, second]).map((text) => [...text.slice(0, 32)]);
  const window = Math.max(0, (a!.length >> 1) - 1);
  const taken = new Set<number>();
  const matchedInA = a!.filter((letter, i) => {
    const at = b!.findIndex((other, k) => other === letter && !taken.has(k) && Math.abs(k - i) <= window);
    if (at !== -1) taken.add(at);
    return at !== -1;
  });
  if (taken.size === 0) return 0;
  const matchedInB = b!.filter((_, k) => taken.has(k));
  const moved = matchedInA.filter((letter, i) => letter !== matchedInB[i]).length >> 1;
  const jaro = (taken.size / a!.length + taken.size / b!.length + (taken.size - moved) / taken.size) / 3;
  const head = a!.findIndex((letter, i) => letter !== b![i]);
  const prefix = Math.min(4, head === -1 ? a!.length : head);
  return jaro > 0.7 ? jaro + prefix * 0.1 * (1 - jaro) : jaro;
}

describe('Jaro–Winkler', () => {
  it('of bits is what the definition tells, to the last bit', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(jaroWinkler(a, b)).toBe(byDefinition(a, b));
      }),
      { numRuns: 1000 },
    );
  });

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
