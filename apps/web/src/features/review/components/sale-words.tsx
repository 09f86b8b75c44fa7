// A sale in two lines: whose and how much, when and for what, and how far it is from the reward.
import type { TransactionWire } from '@medspasync/schemas';
import { countOf } from '../../../lib/counts.ts';
import { daysBetween, formatDay } from '../../../lib/dates.ts';
import { formatDifference, formatDollars, sumDollars } from '../../../lib/money.ts';

export interface SaleWordsProps {
  reward: TransactionWire;
  sale: TransactionWire;
  /** Dollars of it that no reward has, where another has a claim to it. */
  left?: number | null | undefined;
}

export function SaleWords({ reward, sale, left }: SaleWordsProps) {
  const facts = [sale.date && formatDay(sale.date), sale.service, sale.location ?? sale.provider];
  return (
    <span className="grid min-w-0 flex-1 grid-cols-1 gap-0.5">
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate font-medium">{sale.customer_name ?? 'No name'}</span>
        <span className="tabular font-semibold">{formatDollars(sale.amount)}</span>
      </span>
      <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-ink-soft text-xs">
        <span className="max-w-full truncate">{facts.filter(Boolean).join(' · ')}</span>
        <span className="tabular shrink-0">{distanceOf({ reward, sale })}</span>
      </span>
      {typeof left === 'number' && (
        <span className="tabular text-ink-soft text-xs">
          Another reward’s sale, {formatDollars(left)} of it is left
        </span>
      )}
    </span>
  );
}

/** `same amount · 2 days apart` */
function distanceOf({ reward, sale }: SaleWordsProps): string {
  const difference = sumDollars([sale.amount, -reward.amount]);
  const days = reward.date && sale.date ? daysBetween(sale.date, reward.date) : undefined;
  const apart =
    days === undefined ? [] : [days === 0 ? 'same day' : `${countOf(Math.abs(days), 'day')} apart`];
  return [difference === 0 ? 'same amount' : formatDifference(difference), ...apart].join(' · ');
}
