// A notice in the flow of the page: an error, a warning, a word of advice.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names.ts';
import { SOFT, type Tone } from './tone.ts';

const ICON = {
  neutral: Info,
  accent: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
  info: Info,
} as const;

export interface CalloutProps extends Omit<ComponentProps<'div'>, 'title'> {
  tone?: Tone;
  title: ReactNode;
}

/** Give `role="alert"` when it appears in answer to an action. */
export function Callout({ tone = 'info', title, className, children, ...rest }: CalloutProps) {
  const Icon = ICON[tone];
  return (
    <div className={cn('flex gap-3 rounded-card p-4 text-sm', SOFT[tone], className)} {...rest}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold">{title}</p>
        {children}
      </div>
    </div>
  );
}
