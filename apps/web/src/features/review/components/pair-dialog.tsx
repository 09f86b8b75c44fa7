// Another sale for a reward, or several that add up to it: searched for among the POS rows that nothing claims, and the sales of
// other rewards that are worth both.
import type { DecideRequestWire, ResultRowWire, TransactionWire } from '@medspasync/schemas';
import { Dialog, Field, Input, Skeleton } from '@medspasync/ui';
import { type KeyboardEvent, useState } from 'react';
import { formatDollars } from '../../../lib/money.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { patientOf } from '../../../lib/results/result-words.ts';
import { useSettled } from '../../../lib/use-settled.ts';
import { useSales } from '../api/use-sales.ts';
import type { PairWith } from './difference-dialog.tsx';
import { PickSale } from './pick-sale.tsx';
import { rankSales, surnameOf } from './sale-candidates.ts';
import { SplitSales } from './split-sales.tsx';

/** Long enough to finish a word, short enough not to be noticed. */
const TYPING_PAUSE_MS = 250;

export interface PairDialogProps {
  jobId: string;
  row: ResultRowWire;
  reward: TransactionWire;
  /** Over several sales instead of one. */
  isSplit: boolean;
  onClose: () => void;
  onDecide: (decision: DecideRequestWire) => void;
  onPair: PairWith;
}

export function PairDialog({ jobId, row, reward, isSplit, onClose, onDecide, onPair }: PairDialogProps) {
  const [typed, setTyped] = useState(() => surnameOf(reward.customer_name));
  const search = useSettled(typed.trim(), TYPING_PAUSE_MS);
  const { data, error, isPending, refetch } = useSales({ jobId, row, reward, isSplit }, search);
  const sales = rankSales(reward, data ?? []);
  return (
    <Dialog
      open
      onClose={onClose}
      title={isSplit ? 'Split over several sales' : 'Find a sale'}
      description={`${patientOf(row)}, ${formatDollars(reward.amount)}. ${isSplit ? 'Sales that no reward has claimed.' : 'Sales that no reward has claimed, or with enough left.'}`}
      className="w-[min(40rem,calc(100vw-1.5rem))]"
    >
      <div className="grid grid-cols-1 gap-4">
        <Field
          label="Search"
          hint="A surname, full name, phone or e-mail in full; or part of a code or service."
        >
          {(control) => (
            <Input
              {...control}
              inputMode="search"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={goIntoList}
            />
          )}
        </Field>
        {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {search !== '' && isPending && <Skeleton className="h-40" />}
        {data && (
          <p role="status" className="text-ink-faint text-sm">
            {sales.length === 0
              ? 'No sale found that can pay it.'
              : `${sales.length} found, the likeliest first.`}
          </p>
        )}
        {isSplit ? (
          <SplitSales
            reward={reward}
            sales={sales}
            onSplit={(pos_result_ids) => onDecide({ verdict: 're_paired', pos_result_ids })}
          />
        ) : (
          <PickSale
            reward={reward}
            sales={sales}
            onPick={({ pos_transaction: sale, result_id: pos_result_id }) =>
              sale && onPair(sale, { verdict: 're_paired', pos_result_id })
            }
          />
        )}
      </div>
    </Dialog>
  );
}

/** From the search straight to the first sale, without the way over every button between. */
function goIntoList(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  event.currentTarget.closest('dialog')?.querySelector<HTMLElement>('[data-sale]')?.focus();
}
