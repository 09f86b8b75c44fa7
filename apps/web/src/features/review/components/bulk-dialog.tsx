// Several pairs approved together, after a look at each: the list is the preview, and any of it can be left out.
import type { ResultRowWire } from '@medspasync/schemas';
import { Button, Dialog, EmptyState, Field, Select } from '@medspasync/ui';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { countOf, formatProbability } from '../../../lib/counts.ts';
import { formatDay } from '../../../lib/dates.ts';
import { formatDollars, sumDollars } from '../../../lib/money.ts';
import { amountOf, patientOf } from '../../../lib/results/result-words.ts';
import { BULK_THRESHOLDS, bulkCandidates } from './bulk-candidates.ts';

export interface BulkDialogProps {
  queue: readonly ResultRowWire[];
  onClose: () => void;
  onApprove: (rows: readonly ResultRowWire[]) => void;
}

export function BulkDialog({ queue, onClose, onApprove }: BulkDialogProps) {
  const [threshold, setThreshold] = useState<number>(
    () => BULK_THRESHOLDS.find((least) => bulkCandidates(queue, least).length > 0) ?? BULK_THRESHOLDS[0],
  );
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const rows = bulkCandidates(queue, threshold);
  const chosen = rows.filter(({ result_id }) => !leftOut.has(result_id));
  const toggle = (id: string) => {
    const next = new Set(leftOut);
    if (!next.delete(id)) next.add(id);
    setLeftOut(next);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Approve several"
      description="Pairs the engine is nearly sure of, that agree in name and amount, and whose second best is far behind. Each is checked again when it is approved."
      className="w-[min(40rem,calc(100vw-1.5rem))]"
    >
      <div className="grid grid-cols-1 gap-4">
        <Field label="At least as sure as">
          {(control) => (
            <Select
              {...control}
              value={threshold}
              onChange={({ target }) => setThreshold(Number(target.value))}
            >
              {BULK_THRESHOLDS.map((least) => (
                <option key={least} value={least}>
                  {formatProbability(least)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {rows.length === 0 ? (
          <EmptyState icon={SearchX} title="No pair is this sure" className="py-8">
            Choose a lower figure, or look at the rows one by one.
          </EmptyState>
        ) : (
          <ul
            aria-label="Pairs to approve"
            className="max-h-[20rem] divide-y divide-line overflow-y-auto rounded-control border border-line"
          >
            {rows.map((row) => (
              <li key={row.result_id}>
                <label className="flex cursor-pointer items-center gap-3 px-3 py-2.5 text-sm hover:bg-sunken">
                  <input
                    type="checkbox"
                    className="size-4 accent-accent"
                    checked={!leftOut.has(row.result_id)}
                    onChange={() => toggle(row.result_id)}
                  />
                  <PairWords row={row} />
                </label>
              </li>
            ))}
          </ul>
        )}
        <Button
          disabled={chosen.length === 0}
          className="justify-self-start"
          onClick={() => onApprove(chosen)}
        >
          Approve {countOf(chosen.length, 'pair')}, {formatDollars(sumDollars(chosen.map(amountOf)))}
        </Button>
      </div>
    </Dialog>
  );
}

function PairWords({ row }: { row: ResultRowWire }) {
  const { match_probability, pos_transaction: sale, reward_transaction: reward } = row;
  const facts = [
    sale?.customer_name !== reward?.customer_name && sale?.customer_name,
    sale?.date && formatDay(sale.date),
    sale && sale.amount !== reward?.amount && `sale of ${formatDollars(sale.amount)}`,
  ];
  return (
    <span className="grid min-w-0 flex-1 grid-cols-1 gap-0.5">
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate font-medium">{patientOf(row)}</span>
        <span className="tabular font-semibold">{formatDollars(amountOf(row))}</span>
      </span>
      <span className="tabular flex items-baseline justify-between gap-3 text-ink-soft text-xs">
        <span className="truncate">{facts.filter(Boolean).join(' · ')}</span>
        {formatProbability(match_probability)}
      </span>
    </span>
  );
}
