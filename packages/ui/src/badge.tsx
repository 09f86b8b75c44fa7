// A word about a thing: a state, a count, a kind.
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';
import { SOFT, type Tone } from './tone.ts';

export interface BadgeProps extends ComponentProps<'span'> {
  tone?: Tone;
}

export function Badge({ tone = 'neutral', className, ...rest }: BadgeProps) {
  return (
    <span
      className={cn(
        'tabular inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-medium text-xs leading-5 [&_svg]:size-3.5 [&_svg]:shrink-0',
        SOFT[tone],
        className,
      )}
      {...rest}
    />
  );
}
