// A waterfall is the sum it shows: its bars add up, and each begins where the one before ended.
import { runningSums } from './running-sums.ts';

const parts = [-4.2, -1.3, 5.1, 0, 2.35].map((amount, index) => ({
  key: String(index),
  label: `Part ${index}`,
  detail: '',
  amount,
}));

test('each bar begins where the one before ended, the first at zero', () => {
  const { steps } = runningSums(parts);
  expect(steps[0]?.from).toBe(0);
  for (const [index, step] of steps.slice(1).entries()) expect(step.from).toBe(steps[index]?.to);
});

test('the last bar ends at the total, which is the sum of all parts', () => {
  const { steps, total } = runningSums(parts);
  expect(steps.at(-1)?.to).toBe(total);
  expect(total).toBeCloseTo(1.95, 6);
});

test('the axis takes in every running sum and zero', () => {
  const { steps, lowest, highest } = runningSums(parts);
  expect(lowest).toBeCloseTo(-5.5, 6);
  expect(highest).toBeCloseTo(1.95, 6);
  expect(steps.every(({ to }) => to >= lowest && to <= highest)).toBe(true);
  expect(runningSums(parts.slice(2, 3)).lowest).toBe(0);
});
