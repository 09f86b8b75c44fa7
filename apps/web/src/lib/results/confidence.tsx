// How sure the engine is: bars, word and figure say the same.
import type { ConfidenceLevel } from '@medspasync/schemas';
import { cn } from '@medspasync/ui';
import { formatProbability } from '../counts.ts';

const BARS_OF: Readonly<Record<ConfidenceLevel, number>> = {
  'Very High': 5,
  High: 4,
  Medium: 3,
  Low: 2,
  'Very Low': 1,
};
const BARS = [1, 2, 3, 4, 5];

export interface ConfidenceProps {
  level: ConfidenceLevel;
  probability: number;
}

export function Confidence({ level, probability }: ConfidenceProps) {
  return (
    <span className="tabular inline-flex items-center gap-1.5 whitespace-nowrap text-ink-soft text-xs">
      <svg aria-hidden="true" viewBox="0 0 19 10" className="h-2.5 w-[1.1875rem]">
        {BARS.map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 4}
            y={10 - bar * 2}
            width="3"
            height={bar * 2}
            rx="0.75"
            className={cn(bar <= BARS_OF[level] ? 'fill-ink-soft' : 'fill-line')}
          />
        ))}
      </svg>
      {level} · {formatProbability(probability)}
    </span>
  );
}
