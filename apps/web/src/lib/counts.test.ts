// Counts and probabilities in words.
import { countOf, formatProbability } from './counts.ts';

test('a count agrees with its noun', () => {
  expect([countOf(1, 'row'), countOf(0, 'row'), countOf(1200, 'match', 'matches')]).toEqual([
    '1 row',
    '0 rows',
    '1,200 matches',
  ]);
});

test('a probability below the threshold is never rounded up to it', () => {
  expect(formatProbability(0.9499)).toBe('94%');
  expect(formatProbability(0.95)).toBe('95%');
});

test('what is nearly certain is not called certain', () => {
  expect([0.9996, 0.004, 1, 0].map(formatProbability)).toEqual(['>99%', '<1%', '100%', '0%']);
});

test('floating noise does not cost a percent', () => {
  expect(formatProbability(0.57)).toBe('57%');
  expect(formatProbability(0.29)).toBe('29%');
});
