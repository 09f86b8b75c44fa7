// Tables with a caption for screen readers, quiet rules and a head that stays.
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names.ts';

export interface TableProps extends ComponentProps<'table'> {
  /** What the table holds; read out, not shown. */
  caption: ReactNode;
}

export function Table({ caption, className, children, ...rest }: TableProps) {
  return (
    <table className={cn('w-full border-collapse text-left text-sm', className)} {...rest}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

export function Th({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cn(
        'whitespace-nowrap border-line border-b bg-surface px-3 py-2.5 font-medium text-ink-faint text-xs first:pl-5 last:pr-5 sm:first:pl-6 sm:last:pr-6',
        className,
      )}
      {...rest}
    />
  );
}

export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return (
    <td
      className={cn(
        'border-line border-b px-3 py-3 align-middle first:pl-5 last:pr-5 sm:first:pl-6 sm:last:pr-6',
        className,
      )}
      {...rest}
    />
  );
}
