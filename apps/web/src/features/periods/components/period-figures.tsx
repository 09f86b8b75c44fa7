// A month in dollars: what was redeemed, and what became of it.
import type { PeriodFiguresWire } from '@medspasync/schemas';
import { cn } from '@medspasync/ui';
import { formatCount } from '../../../lib/counts.ts';
import { formatDollars } from '../../../lib/money.ts';

export function PeriodFigures({ figures }: { figures: PeriodFiguresWire }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-5">
      <Figure label="Redeemed" count={figures.rewards} amount={figures.reward_amount} />
      <Figure label="Matched" count={figures.matched} amount={figures.matched_amount} />
      <Figure label="Written off" count={figures.written_off} amount={figures.written_off_amount} />
      <Figure
        label="Awaiting approval"
        count={figures.awaiting_approval}
        amount={figures.awaiting_approval_amount}
      />
      <Figure label="Open" count={figures.open} amount={figures.open_amount} warns={figures.open > 0} />
    </dl>
  );
}

interface FigureProps {
  label: string;
  count: number;
  amount: number;
  warns?: boolean;
}

function Figure({ label, count, amount, warns }: FigureProps) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-ink-soft text-sm">{label}</dt>
      <dd className={cn('tabular font-semibold text-title', warns && 'text-warning-ink')}>
        {formatDollars(amount)}
      </dd>
      <dd className="tabular text-ink-faint text-sm">{formatCount(count)}</dd>
    </div>
  );
}
