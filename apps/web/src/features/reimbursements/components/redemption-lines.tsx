// Redemptions of one payment, each in a line.
import type { OpenRedemptionWire, PaidRedemptionWire } from '@medspasync/schemas';
import { formatDay } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';
import { partsInWords } from './payment-words.ts';

export interface RedemptionLinesProps {
  label: string;
  lines: readonly (OpenRedemptionWire | PaidRedemptionWire)[];
}

export function RedemptionLines({ label, lines }: RedemptionLinesProps) {
  return (
    <ul
      aria-label={label}
      className="grid max-h-64 gap-1 overflow-y-auto rounded-control bg-sunken p-3 text-sm"
    >
      {lines.map((line) => (
        <li key={line.redemption_id} className="tabular grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
          <span className="min-w-0">
            {line.transaction.customer_name ?? line.transaction.reference ?? 'No name'}
            {line.transaction.date && (
              <span className="text-ink-faint"> · {formatDay(line.transaction.date)}</span>
            )}
          </span>
          <span className="font-medium">
            {formatDollars('amount' in line ? line.amount : line.open_amount)}
            {'amount' in line && line.open_amount > 0 && (
              <span className="text-warning-ink"> · {formatDollars(line.open_amount)} short</span>
            )}
          </span>
          {'payments' in line && partsInWords(line.payments) && (
            <span className="col-span-2 text-ink-faint">Paid {partsInWords(line.payments)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
