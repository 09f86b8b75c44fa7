// Months back from a day.
import { lastMonths } from './months.ts';

test('months go back over the turn of a year', () => {
  expect(lastMonths(new Date(2026, 1, 28), 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});

test('a day that the month before does not have skips no month', () => {
  expect(lastMonths(new Date(2026, 2, 31), 2)).toEqual(['2026-03', '2026-02']);
});
