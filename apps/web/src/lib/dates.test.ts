// Dates in words, the same in every time zone.
import { daysBetween, formatAgo, formatDay, formatDuration, formatMonth } from './dates.ts';

test('a calendar day does not slip with the time zone', () => {
  expect(formatDay('2024-01-15')).toBe('Jan 15, 2024');
  expect(formatDay('2024-01-15T23:59')).toBe('Jan 15, 2024');
});

test('a date in another notation is shown as it was written', () => {
  expect(formatDay('15/1/24')).toBe('15/1/24');
});

test('days are counted over a month end and a change of clocks', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2024-03-09', '2024-03-11')).toBe(2);
  expect(daysBetween('2024-01-02', '2024-01-01')).toBe(-1);
  expect(daysBetween('yesterday', '2024-01-01')).toBeUndefined();
});

test('the past is told in its largest unit', () => {
  const now = Date.parse('2026-11-26T12:00:00Z');
  expect(formatAgo('2026-11-26T09:00:00Z', now)).toBe('3 hours ago');
  expect(formatAgo('2026-11-25T11:00:00Z', now)).toBe('yesterday');
  expect(formatAgo('2026-11-26T11:59:50Z', now)).toBe('just now');
});

test('a duration is as precise as it is short', () => {
  expect([840, 42_400, 185_000].map(formatDuration)).toEqual(['0.8 s', '42 s', '3 min 5 s']);
});

test('a month is named in words, whatever the time zone', () => {
  expect(formatMonth('2026-03')).toBe('March 2026');
});
