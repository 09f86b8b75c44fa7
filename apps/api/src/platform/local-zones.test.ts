import { dayIn } from './local-zones.ts';

// America/New_York leaves winter on 2026-03-08 and comes back to it on 2026-11-01, at two in the morning.
test.each([
  ['2026-03-08T04:59:59Z', '2026-03-07', 'the last second of winter’s last whole day'],
  ['2026-03-08T05:00:00Z', '2026-03-08', 'midnight by winter’s clock'],
  ['2026-03-09T03:59:59Z', '2026-03-08', 'a day of 23 hours ends an hour earlier by UTC'],
  ['2026-03-09T04:00:00Z', '2026-03-09', 'midnight by summer’s clock'],
  ['2026-11-01T03:59:59Z', '2026-10-31', 'the last second of summer’s last whole day'],
  ['2026-11-01T04:00:00Z', '2026-11-01', 'midnight by summer’s clock'],
  ['2026-11-02T04:59:59Z', '2026-11-01', 'a day of 25 hours ends an hour later by UTC'],
  ['2026-11-02T05:00:00Z', '2026-11-02', 'midnight by winter’s clock'],
])('at %s it is %s in New York: %#', (instant, day) => {
  expect(dayIn('America/New_York', new Date(instant))).toBe(day);
});

test('a day begins everywhere at another moment, and nowhere at an hour that does not exist', () => {
  const instant = new Date('2026-06-30T10:30:00Z');
  expect(dayIn('Pacific/Kiritimati', instant)).toBe('2026-07-01');
  expect(dayIn('Pacific/Pago_Pago', instant)).toBe('2026-06-29');
  // Midnight of 2026-09-06 was skipped in Santiago.
  expect(dayIn('America/Santiago', new Date('2026-09-06T03:59:59Z'))).toBe('2026-09-05');
  expect(dayIn('America/Santiago', new Date('2026-09-06T04:00:00Z'))).toBe('2026-09-06');
});
