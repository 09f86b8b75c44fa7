// Money as it is shown.
import { formatDifference, formatDollars, sumDollars } from './money.ts';

test('dollars are shown with separators and both cents', () => {
  expect([0, 40, 1250, 7460.5].map(formatDollars)).toEqual(['$0.00', '$40.00', '$1,250.00', '$7,460.50']);
});

test('a difference shows its direction, and none shows none', () => {
  expect([20, -5.25, 0].map(formatDifference)).toEqual(['+$20.00', '−$5.25', '$0.00']);
});

test('a sum of dollars is exact where floats are not', () => {
  expect(0.1 + 0.2).not.toBe(0.3);
  expect(sumDollars([0.1, 0.2])).toBe(0.3);
  expect(sumDollars(Array.from({ length: 1000 }, () => 19.99))).toBe(19_990);
});
