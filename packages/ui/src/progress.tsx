// How far something has come: one bar for one number, a divided bar for a whole and its parts.
import { Progress as Primitive } from 'radix-ui';
import { cn } from './class-names.ts';
import { FILL, type Tone } from './tone.ts';

export interface ProgressProps {
  label: string;
  /** 0–100; null while unknown. */
  percent: number | null;
  className?: string;
}

export function Progress({ label, percent, className }: ProgressProps) {
  return (
    <Primitive.Root
      value={percent}
      aria-label={label}
      className={cn('h-2 w-full overflow-hidden rounded-full bg-sunken', className)}
    >
      <Primitive.Indicator
        className={cn(
          'h-full rounded-full bg-accent transition-[width] duration-300',
          percent === null && 'w-1/3 animate-pulse-soft',
        )}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </Primitive.Root>
  );
}

export interface BarPart {
  key: string;
  label: string;
  amount: number;
  tone: Tone;
}

/** A whole divided into parts. Decoration beside a legend in words, hence hidden from screen readers. */
export function DividedBar({ parts, className }: { parts: readonly BarPart[]; className?: string }) {
  const whole = parts.reduce((sum, part) => sum + part.amount, 0);
  return (
    <div
      aria-hidden
      className={cn('flex h-3 w-full gap-0.5 overflow-hidden rounded-full bg-sunken', className)}
    >
      {parts
        .filter((part) => part.amount > 0)
        .map((part) => (
          <span
            key={part.key}
            title={part.label}
            className={cn('h-full min-w-1 transition-[width] duration-500', FILL[part.tone])}
            style={{ width: `${(part.amount / whole) * 100}%` }}
          />
        ))}
    </div>
  );
}
