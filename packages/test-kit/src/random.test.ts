import { createFakeClock } from './fake-clock.ts';
import { createRandom } from './random.ts';

const draws = (seed: number, count = 5) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

it('one seed is one stream', () => {
  expect(draws(42)).toEqual(draws(42));
  expect(draws(42)).not.toEqual(draws(43));
  expect(draws(1)).not.toEqual(draws(1 + 2 ** 32));
});

it('draws are spread evenly over [0, 1)', () => {
  const bins = new Array<number>(10).fill(0);
  for (const draw of draws(3, 20_000)) bins[Math.floor(draw * 10)]! += 1;
  for (const count of bins) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

it('a fork does not depend on what was drawn before', () => {
  const one = createRandom(9);
  const other = createRandom(9);
  other.next();
  expect(one.fork('people').next()).toBe(other.fork('people').next());
  expect(one.fork('people').next()).not.toBe(one.fork('places').next());
});

it('weights are drawn in proportion, and a weight of 0 never', () => {
  const random = createRandom(5);
  const counts = [0, 0, 0];
  for (let i = 0; i < 9000; i++) counts[random.weighted([1, 0, 2])]! += 1;
  expect(counts[1]).toBe(0);
  expect(counts[2]! / counts[0]!).toBeCloseTo(2, 0);
});

it('a fake clock stands still until it is moved', () => {
  const clock = createFakeClock('2026-01-01T00:00:00Z');
  expect(clock.now()).toBe(clock.now());
  clock.advance(1500);
  expect(clock.iso()).toBe('2026-01-01T00:00:01.500Z');
  expect(() => clock.advance(-1)).toThrow(RangeError);
  expect(() => createFakeClock('soon')).toThrow(/soon/);
});
