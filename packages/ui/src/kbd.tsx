// A key of the keyboard.
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

export function Kbd({ className, ...rest }: ComponentProps<'kbd'>) {
  return (
    <kbd
      className={cn(
        'inline-grid h-5 min-w-5 place-items-center rounded border border-current/35 px-1 font-medium font-sans text-[0.6875rem] leading-none',
        className,
      )}
      {...rest}
    />
  );
}
