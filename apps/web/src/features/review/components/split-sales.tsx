// Several sales that together are the reward: what is left of it is counted while one chooses, and has to be nothing.
import { formatCents, MAX_SPLIT_ROWS, type ResultRowWire, type TransactionWire } from '@medspasync/schemas';
import { Button, cn } from '@medspasync/ui';
import { useState } from 'react';
import { formatDollars } from '../../../lib/money.ts';
import { centsLeft } from './sale-candidates.ts';
import { SaleWords } from './sale-words.tsx';

export interface SplitSalesProps {
  reward: TransactionWire;
  /** What the present search finds. */
  sales: readonly ResultRowWire[];
  onSplit: (resultIds: string[]) => void;
}

export function SplitSales({ reward, sales, onSplit }: SplitSalesProps) {
  // The rows themselves: a sale chosen under one search stays chosen under the next.
  const [chosen, setChosen] = useState<readonly ResultRowWire[]>([]);
  const isChosen = (row: ResultRowWire) => chosen.some(({ result_id }) => result_id === row.result_id);
  const toggle = (row: ResultRowWire) =>
    setChosen(
      isChosen(row) ? chosen.filter(({ result_id }) => result_id !== row.result_id) : [...chosen, row],
    );
  const left = centsLeft(reward, chosen);
  const shown = [...chosen, ...sales.filter((row) => !isChosen(row))];
  return (
    <>
      {shown.length > 0 && (
        <ul
          aria-label="Sales"
          className="max-h-[20rem] divide-y divide-line overflow-y-auto rounded-control border border-line"
        >
          {shown.map((row) => (
            <li key={row.result_id}>
              <label className="flex cursor-pointer items-center gap-3 px-3 py-2.5 text-sm hover:bg-sunken">
                <input
                  type="checkbox"
                  data-sale
                  className="size-4 accent-accent"
                  checked={isChosen(row)}
                  disabled={!isChosen(row) && chosen.length === MAX_SPLIT_ROWS}
                  onChange={() => toggle(row)}
                />
                {row.pos_transaction && <SaleWords reward={reward} sale={row.pos_transaction} />}
              </label>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <output className="tabular text-sm">
          Reward {formatDollars(reward.amount)} − chosen {formatDollars(reward.amount - left / 100)} ={' '}
          <strong className={cn('font-semibold', left === 0 ? 'text-success-ink' : 'text-warning-ink')}>
            {left < 0 ? `${formatCents(-left)} too much` : `${formatCents(left)} left`}
          </strong>
        </output>
        <Button
          disabled={left !== 0 || chosen.length < 2}
          onClick={() => onSplit(chosen.map(({ result_id }) => result_id))}
        >
          Split
        </Button>
      </div>
    </>
  );
}
