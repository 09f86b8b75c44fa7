// An explanation as the bars of a waterfall: each starts where the one before ended, the last ends at the total.
import type { ExplanationWire } from '@medspasync/schemas';

export interface WaterfallStep {
  key: string;
  label: string;
  detail: string;
  logOdds: number;
  /** Running sums before and after, in log-odds. */
  from: number;
  to: number;
}

export interface Waterfall {
  steps: WaterfallStep[];
  total: number;
  /** Bounds of the axis; they take in zero and every running sum. */
  lowest: number;
  highest: number;
}

/** Base first, then the contributions in their order. `total` is the sum of all `logOdds`. */
export function waterfallOf(explanation: ExplanationWire): Waterfall {
  let sum = 0;
  const step = (key: string, label: string, detail: string, logOdds: number): WaterfallStep => {
    const from = sum;
    sum += logOdds;
    return { key, label, detail, logOdds, from, to: sum };
  };
  const steps = [
    step('base', 'Where every pair starts', 'Most pairs of rows are not a match', explanation.base_log_odds),
    ...explanation.contributions.map((part) => step(part.comparison, part.label, part.detail, part.log_odds)),
  ];
  const sums = steps.map(({ to }) => to);
  return { steps, total: sum, lowest: Math.min(0, ...sums), highest: Math.max(0, ...sums) };
}

/** The contributions that weigh most, for or against, heaviest first. */
export function heaviestReasons(explanation: ExplanationWire, count: number) {
  return explanation.contributions
    .filter((part) => Math.abs(part.log_odds) >= 0.05)
    .sort((a, b) => Math.abs(b.log_odds) - Math.abs(a.log_odds))
    .slice(0, count);
}

/** Log-odds with its sign, two decimals: 2.4 → `+2.40`. */
export const formatLogOdds = (logOdds: number): string =>
  `${logOdds < 0 ? '−' : '+'}${Math.abs(logOdds).toFixed(2)}`;
