// "Why?": the score as the sum it is.
import type { ExplanationWire } from '@medspasync/schemas';
import { Waterfall } from '@medspasync/ui';
import { formatProbability } from '../counts.ts';
import { BASE_KEY, formatLogOdds, waterfallParts } from './waterfall.ts';

export interface WaterfallChartProps {
  explanation: ExplanationWire;
  probability: number;
}

export function WaterfallChart({ explanation, probability }: WaterfallChartProps) {
  return (
    <Waterfall
      caption="Every comparison adds to the score or takes from it. The sum is the log-odds of a match; 0 would be fifty-fifty."
      columns={['Comparison', 'Log-odds', 'Running sum']}
      parts={waterfallParts(explanation)}
      startKey={BASE_KEY}
      formatAmount={formatLogOdds}
      totalNote={`= ${formatProbability(probability)} likely`}
    />
  );
}
