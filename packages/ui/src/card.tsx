// A sheet on the canvas, with its head, body and foot.
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section className={cn('rounded-card border border-line bg-surface shadow-card', className)} {...rest} />
  );
}

export function CardHeader({ className, ...rest }: ComponentProps<'header'>) {
  return (
    <header className={cn('flex flex-wrap items-start gap-x-4 gap-y-1 p-5 sm:px-6', className)} {...rest} />
  );
}

export function CardTitle({ className, children, ...rest }: ComponentProps<'h2'>) {
  return (
    <h2 className={cn('font-semibold text-base tracking-tight', className)} {...rest}>
      {children}
    </h2>
  );
}

export function CardBody({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={cn('px-5 pb-5 sm:px-6 sm:pb-6', className)} {...rest} />;
}

export function CardFooter({ className, ...rest }: ComponentProps<'footer'>) {
  return (
    <footer
      className={cn('flex flex-wrap items-center gap-3 border-line border-t px-5 py-4 sm:px-6', className)}
      {...rest}
    />
  );
}
