// A sum part by part. A table first, so that it reads aloud; the bars are drawn in its last column.
import type { ReactNode } from 'react';
import { cn } from './class-names.ts';
import { type RunningSums, runningSums, type SumPart, type SumStep } from './running-sums.ts';
import { FILL } from './tone.ts';

export interface WaterfallProps {
  caption: ReactNode;
  /** What the columns hold: the part, its amount, the sum so far; read out, not shown. */
  columns: readonly [part: string, amount: string, sum: string];
  parts: readonly SumPart[];
  /** The part that is neither for nor against, but where the sum starts. */
  startKey?: string;
  formatAmount: (amount: number) => string;
  /** What the total means, beside it. */
  totalNote: ReactNode;
}

export function Waterfall({ caption, columns, parts, startKey, formatAmount, totalNote }: WaterfallProps) {
  const sums = runningSums(parts);
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="pb-3 text-left text-ink-soft text-sm">{caption}</caption>
      <thead className="sr-only">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sums.steps.map((step) => (
          <StepRow
            key={step.key}
            step={step}
            sums={sums}
            isStart={step.key === startKey}
            formatAmount={formatAmount}
          />
        ))}
      </tbody>
      <tfoot>
        <tr className="border-line-strong border-t">
          <th scope="row" className="pt-2.5 text-left font-semibold">
            Sum
          </th>
          <td className="tabular pt-2.5 pr-3 text-right font-semibold">{formatAmount(sums.total)}</td>
          <td className="tabular pt-2.5 text-right font-semibold sm:text-left">{totalNote}</td>
        </tr>
      </tfoot>
    </table>
  );
}

interface StepRowProps {
  step: SumStep;
  sums: RunningSums;
  isStart: boolean;
  formatAmount: (amount: number) => string;
}

function StepRow({ step, sums, isStart, formatAmount }: StepRowProps) {
  const span = sums.highest - sums.lowest || 1;
  const at = (amount: number) => ((amount - sums.lowest) / span) * 100;
  const tone = isStart ? 'neutral' : step.amount < 0 ? 'danger' : 'success';
  return (
    <tr className="border-line border-t first:border-t-0">
      <th scope="row" className="py-1.5 pr-3 text-left font-normal">
        <span className="block font-medium">{step.label}</span>
        <span className="block text-ink-faint text-xs">{step.detail}</span>
      </th>
      <td className="tabular whitespace-nowrap py-1.5 pr-3 text-right">{formatAmount(step.amount)}</td>
      <td className="w-[34%] py-1.5 sm:w-2/5">
        <span className="sr-only">{formatAmount(step.to)}</span>
        <span aria-hidden className="relative block h-4">
          <span className="absolute inset-y-[-6px] w-px bg-line-strong/60" style={{ left: `${at(0)}%` }} />
          <span
            className={cn('absolute inset-y-0 min-w-0.5 rounded-sm', FILL[tone])}
            style={{
              left: `${at(Math.min(step.from, step.to))}%`,
              width: `${(Math.abs(step.amount) / span) * 100}%`,
            }}
          />
        </span>
      </td>
    </tr>
  );
}
