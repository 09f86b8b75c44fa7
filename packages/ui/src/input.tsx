// Text inputs and native select. Native, because a phone's own picker beats any imitation.
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

const CONTROL =
  'w-full rounded-control border border-line-strong/70 bg-raised text-ink transition-colors placeholder:text-ink-faint hover:border-line-strong aria-invalid:border-danger disabled:opacity-55';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(CONTROL, 'h-10 px-3 text-base sm:text-sm', className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={3} className={cn(CONTROL, 'px-3 py-2 text-base sm:text-sm', className)} {...rest} />;
}

export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative inline-block', className)}>
      <select
        className={cn(CONTROL, 'h-10 cursor-pointer appearance-none pr-9 pl-3 text-base sm:text-sm')}
        {...rest}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-faint"
      />
    </span>
  );
}

export function Slider({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <input type="range" className={cn('h-6 w-full cursor-pointer accent-accent', className)} {...rest} />
  );
}
