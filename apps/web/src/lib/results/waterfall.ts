// An explanation as the parts of a waterfall, and the heaviest of them.
import type { ExplanationWire } from '@medspasync/schemas';
import type { SumPart } from '@medspasync/ui';

/** The part of a waterfall that is where every pair starts. */
export const BASE_KEY = 'base';

/** Base first, then the contributions in their order; they add up to `total_log_odds`. */
export function waterfallParts(explanation: ExplanationWire): SumPart[] {
  const base = {
    key: BASE_KEY,
    label: 'Where every pair starts',
    detail: 'Most pairs of rows are not a match',
    amount: explanation.base_log_odds,
  };
  const contributions = explanation.contributions.map(({ comparison, label, detail, log_odds }) => ({
    key: comparison,
    label,
    detail,
    amount: log_odds,
  }));
  return [base, ...contributions];
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
