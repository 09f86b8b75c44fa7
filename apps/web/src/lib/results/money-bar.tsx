// The running bar: dollars redeemed, and how far they are accounted for.
import type { JobSummaryWire } from '@medspasync/schemas';
import { type BarPart, cn, DividedBar, FILL } from '@medspasync/ui';
import { formatDollars } from '../money.ts';
import { dollarsLeft, dollarsUnmatched, redeemedLess } from './money-left.ts';

export interface MoneyBarProps {
  summary: JobSummaryWire;
  className?: string;
}

export function MoneyBar({ summary, className }: MoneyBarProps) {
  const parts: BarPart[] = [
    { key: 'matched', label: 'Matched', amount: summary.matched_amount, tone: 'success' },
    { key: 'review', label: 'In review', amount: summary.review_amount, tone: 'warning' },
    {
      key: 'unmatched',
      label: 'Unmatched',
      amount: dollarsUnmatched(summary),
      tone: 'danger',
    },
  ];
  if (summary.written_off_reward_amount > 0)
    parts.push({
      key: 'written-off',
      label: 'Written off',
      amount: summary.written_off_reward_amount,
      tone: 'neutral',
    });
  return (
    <div className={cn('grid gap-4', className)}>
      <p className="tabular text-ink-soft text-sm">
        {redeemedLess(summary)} ={' '}
        <strong className="font-semibold text-ink">{formatDollars(dollarsLeft(summary))}</strong> left
      </p>
      <DividedBar parts={parts} />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]">
        <Figure label="Redeemed" amount={summary.reward_amount} />
        {parts.map((part) => (
          <Figure key={part.key} label={part.label} amount={part.amount} dot={FILL[part.tone]} />
        ))}
      </dl>
    </div>
  );
}

function Figure({ label, amount, dot }: { label: string; amount: number; dot?: string }) {
  return (
    <div className="grid gap-0.5">
      <dt className="flex items-center gap-2 text-ink-soft text-sm">
        {dot && <span aria-hidden className={cn('size-2.5 rounded-full', dot)} />}
        {label}
      </dt>
      <dd className="tabular font-semibold text-title">{formatDollars(amount)}</dd>
    </div>
  );
}
