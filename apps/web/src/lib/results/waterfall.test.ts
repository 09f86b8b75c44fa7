// The waterfall is the score: its bars add up, and each begins where the one before ended.
import type { ExplanationWire } from '@medspasync/schemas';
import { formatLogOdds, heaviestReasons, waterfallOf } from './waterfall.ts';

const explanation: ExplanationWire = {
  base_log_odds: -4.2,
  total_log_odds: 1.95,
  summary: 'Same phone; surname differs.',
  contributions: [
    { comparison: 'name', label: 'Patient name', log_odds: -1.3, detail: 'Surname differs' },
    { comparison: 'phone', label: 'Phone', log_odds: 5.1, detail: 'Same phone' },
    { comparison: 'email', label: 'E-mail', log_odds: 0, detail: 'Not given' },
    { comparison: 'date', label: 'Date', log_odds: 2.35, detail: 'Same day' },
  ],
};

test('the bars add up to the total the engine gave', () => {
  const { steps, total } = waterfallOf(explanation);
  expect(total).toBeCloseTo(explanation.total_log_odds, 6);
  expect(steps.reduce((sum, step) => sum + step.logOdds, 0)).toBeCloseTo(total, 6);
});

test('each bar begins where the one before ended, the first at zero', () => {
  const { steps } = waterfallOf(explanation);
  expect(steps[0]?.from).toBe(0);
  for (const [index, step] of steps.slice(1).entries()) expect(step.from).toBe(steps[index]?.to);
});

test('the axis takes in every running sum and zero', () => {
  const { steps, lowest, highest } = waterfallOf(explanation);
  expect(lowest).toBeCloseTo(-5.5, 6);
  expect(highest).toBeCloseTo(1.95, 6);
  expect(steps.every(({ to }) => to >= lowest && to <= highest)).toBe(true);
});

test('the heaviest reasons come first, for or against, and silent ones not at all', () => {
  expect(heaviestReasons(explanation, 5).map(({ comparison }) => comparison)).toEqual([
    'phone',
    'date',
    'name',
  ]);
  expect(heaviestReasons(explanation, 1)).toHaveLength(1);
});

test('log-odds carry their sign', () => {
  expect([2.4, -1.3, 0].map(formatLogOdds)).toEqual(['+2.40', '−1.30', '+0.00']);
});
