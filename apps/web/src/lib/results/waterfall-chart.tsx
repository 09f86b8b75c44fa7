// "Why?": the score as the sum it is. A table first, so that it reads aloud; the bars are drawn in its last column.
import type { ExplanationWire } from '@medspasync/schemas';
import { cn, FILL } from '@medspasync/ui';
import { formatProbability } from '../counts.ts';
import { formatLogOdds, type Waterfall, type WaterfallStep, waterfallOf } from './waterfall.ts';

export interface WaterfallChartProps {
  explanation: ExplanationWire;
  probability: number;
}

export function WaterfallChart({ explanation, probability }: WaterfallChartProps) {
  const waterfall = waterfallOf(explanation);
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="pb-3 text-left text-ink-soft text-sm">
        Every comparison adds to the score or takes from it. The sum is the log-odds of a match; 0 would be
        fifty-fifty.
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Comparison</th>
          <th scope="col">Log-odds</th>
          <th scope="col">Running sum</th>
        </tr>
      </thead>
      <tbody>
        {waterfall.steps.map((step) => (
          <StepRow key={step.key} step={step} waterfall={waterfall} />
        ))}
      </tbody>
      <tfoot>
        <tr className="border-line-strong border-t">
          <th scope="row" className="pt-2.5 text-left font-semibold">
            Sum
          </th>
          <td className="tabular pt-2.5 pr-3 text-right font-semibold">{formatLogOdds(waterfall.total)}</td>
          <td className="tabular pt-2.5 text-right font-semibold sm:text-left">
            = {formatProbability(probability)} likely
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function StepRow({ step, waterfall }: { step: WaterfallStep; waterfall: Waterfall }) {
  const span = waterfall.highest - waterfall.lowest || 1;
  const at = (logOdds: number) => ((logOdds - waterfall.lowest) / span) * 100;
  const tone = step.key === 'base' ? 'neutral' : step.logOdds < 0 ? 'danger' : 'success';
  return (
    <tr className="border-line border-t first:border-t-0">
      <th scope="row" className="py-1.5 pr-3 text-left font-normal">
        <span className="block font-medium">{step.label}</span>
        <span className="block text-ink-faint text-xs">{step.detail}</span>
      </th>
      <td className="tabular whitespace-nowrap py-1.5 pr-3 text-right">{formatLogOdds(step.logOdds)}</td>
      <td className="w-[34%] py-1.5 sm:w-2/5">
        <span className="sr-only">{formatLogOdds(step.to)}</span>
        <span aria-hidden className="relative block h-4">
          <span className="absolute inset-y-[-6px] w-px bg-line-strong/60" style={{ left: `${at(0)}%` }} />
          <span
            className={cn('absolute inset-y-0 min-w-0.5 rounded-sm', FILL[tone])}
            style={{
              left: `${at(Math.min(step.from, step.to))}%`,
              width: `${(Math.abs(step.logOdds) / span) * 100}%`,
            }}
          />
        </span>
      </td>
    </tr>
  );
}
