import { isDeadly, waitAfterMs } from './worker-deaths.ts';

const waits = Array.from({ length: 8 }, (_, earlier) => waitAfterMs(earlier + 1));

test('a burst of ten minutes in which every worker dies makes no job fail', () => {
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(10 * 60_000);
  expect(isDeadly(waits.length)).toBe(false);
});

test('a job that kills whoever runs it is run less and less often, and at last no more', () => {
  const longer = waits.slice(2).map((wait, index) => wait > (waits[index + 1] ?? 0));
  expect(longer).toEqual(longer.map(() => true));
  expect(isDeadly(waits.length + 1)).toBe(true);
});

test('a wait is a whole number of milliseconds, as the table of the queue wants it', () => {
  expect(waits.map(Number.isInteger)).toEqual(waits.map(() => true));
});

test('two jobs that died together are run again apart', () => {
  const together = Array.from({ length: 20 }, () => waitAfterMs(5));
  expect(new Set(together).size).toBe(together.length);
});
