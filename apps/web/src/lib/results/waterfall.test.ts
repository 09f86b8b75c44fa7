// The waterfall is the score: its parts add up, and the heaviest are told first.
import type { ExplanationWire } from '@medspasync/schemas';
import { BASE_KEY, formatLogOdds, heaviestReasons, waterfallParts } from './waterfall.ts';

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

test('the parts add up to the total the engine gave, the base first', () => {
  const parts = waterfallParts(explanation);
  expect(parts[0]?.key).toBe(BASE_KEY);
  expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(explanation.total_log_odds, 6);
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
