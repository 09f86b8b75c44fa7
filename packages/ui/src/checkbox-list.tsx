// Any of a few, each with a box: the legend names them together, and what is wrong is said below.
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

export interface CheckboxListProps {
  legend: string;
  options: readonly { value: string; label: string }[];
  /** Spread on every box; what a form's `register` gives. */
  control: ComponentProps<'input'>;
  error?: string | undefined;
  /** Of the boxes' grid. */
  className?: string;
}

export function CheckboxList({ legend, options, control, error, className }: CheckboxListProps) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      <div className={cn('grid gap-1', className)}>
        {options.map(({ label, value }) => (
          <label key={value} className="flex min-h-8 cursor-pointer items-center gap-2.5 text-sm">
            <input type="checkbox" value={value} className="size-4 accent-accent" {...control} />
            {label}
          </label>
        ))}
      </div>
      {error && (
        <p role="alert" className="text-danger-ink text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}
