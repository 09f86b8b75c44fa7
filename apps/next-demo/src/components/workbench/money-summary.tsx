// Where the dollars are: redeemed, and how far they are accounted for.
import { DividedBar, FILL, type Tone } from '@medspasync/ui';
import type { Money, RunSummary } from '../../engine/messages.ts';

export function MoneySummary({ summary }: { summary: RunSummary }) {
  const parts: { label: string; money: Money; tone: Tone }[] = [
    { label: 'Matched', money: summary.matched, tone: 'success' },
    { label: 'In doubt', money: summary.inReview, tone: 'warning' },
    { label: 'Unmatched', money: summary.unmatched, tone: 'danger' },
  ];
  return (
    <div className="grid gap-5">
      <DividedBar
        parts={parts.map(({ label, money, tone }) => ({ key: label, label, amount: money.cents, tone }))}
      />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        <Figure label="Redeemed" money={summary.redeemed} />
        {parts.map(({ label, money, tone }) => (
          <Figure key={label} label={label} money={money} dot={FILL[tone]} />
        ))}
      </dl>
    </div>
  );
}

function Figure({ label, money, dot }: { label: string; money: Money; dot?: string }) {
  return (
    <div className="grid gap-0.5">
      <dt className="flex items-center gap-2 text-ink-soft text-sm">
        {dot && <span aria-hidden className={`size-2.5 rounded-full ${dot}`} />}
        {label}
      </dt>
      <dd className="tabular font-semibold text-title">{money.words}</dd>
    </div>
  );
}
