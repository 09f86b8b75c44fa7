// Two records side by side, aligned field by field: what agrees stays quiet, what differs says how.
import type { ResultRowWire } from '@medspasync/schemas';
import { Absent, Badge, cn } from '@medspasync/ui';
import { Receipt, Ticket } from 'lucide-react';
import { formatDay } from '../dates.ts';
import { formatDollars } from '../money.ts';
import { type ComparedField, compareFields } from './compare-fields.ts';

export function FieldComparison({ row }: { row: ResultRowWire }) {
  const isPart = row.reason_codes.includes('PARTIAL');
  const part = isPart ? { ofOthers: row.sale_share?.other_amount ?? 0 } : undefined;
  const fields = compareFields(row.reward_transaction, row.pos_transactions, part);
  return (
    <div className="grid gap-3">
      <table className="-mx-1.5 w-[calc(100%+0.75rem)] table-fixed border-separate border-spacing-x-1.5 border-spacing-y-0 text-sm">
        <caption className="sr-only">Loyalty portal and POS sale, field by field</caption>
        <colgroup>
          <col className="w-[4.25rem] sm:w-24" />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Field</span>
            </th>
            <SideHead icon={Ticket} label="Loyalty portal" />
            <SideHead icon={Receipt} label="POS sale" />
          </tr>
        </thead>
        <tbody>
          {fields.map((field, index) => (
            <FieldRow key={field.label} field={field} last={index === fields.length - 1} />
          ))}
        </tbody>
      </table>
      {row.pos_transactions.length > 1 && <InvoiceLines row={row} />}
    </div>
  );
}

/** The cells of one column make up a card. */
const CARD_CELL = 'border-line border-x bg-canvas px-2.5 sm:px-4';

function SideHead({ icon: Icon, label }: { icon: typeof Ticket; label: string }) {
  return (
    <th
      scope="col"
      className={cn(CARD_CELL, 'rounded-t-card border-t pt-3 pb-1.5 text-left align-bottom font-semibold')}
    >
      <span className="flex items-center gap-2">
        <Icon aria-hidden className="size-4 text-accent-ink max-sm:hidden" />
        {label}
      </span>
    </th>
  );
}

function FieldRow({ field, last }: { field: ComparedField; last: boolean }) {
  const apart = field.state === 'apart';
  const cell = cn(
    CARD_CELL,
    'wrap-anywhere py-2 align-top',
    last && 'rounded-b-card border-b pb-3.5',
    apart ? 'font-medium text-ink' : 'text-ink-soft',
    field.label === 'Amount' && 'tabular',
  );
  return (
    <tr>
      <th scope="row" className="py-2 text-left align-top font-normal text-ink-faint max-sm:text-xs/5">
        {field.label}
      </th>
      <td className={cell}>{field.reward ?? <Absent />}</td>
      <td className={cell}>
        {field.pos ?? <Absent />}
        {field.note && (
          <span
            className={cn(
              'mt-1 block w-fit rounded-md text-xs',
              apart ? 'bg-warning-soft px-2 py-0.5 text-warning-ink' : 'text-ink-faint',
            )}
          >
            {field.note}
          </span>
        )}
      </td>
    </tr>
  );
}

function InvoiceLines({ row }: { row: ResultRowWire }) {
  return (
    <div className="rounded-control bg-sunken p-3 text-sm">
      <p className="mb-1.5 font-medium">
        POS lines that add up <Badge className="ml-1">{row.pos_transactions.length}</Badge>
      </p>
      <ul className="grid gap-1">
        {row.pos_transactions.map((line, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two equal lines are two lines, and their order never changes.
            key={`${line.transaction_id ?? ''}-${index}`}
            className="tabular flex flex-wrap justify-between gap-x-4"
          >
            <span>
              {line.service ?? line.invoice_id ?? line.transaction_id ?? 'Line'}
              {line.date && <span className="text-ink-faint"> · {formatDay(line.date)}</span>}
            </span>
            <span className="font-medium">{formatDollars(line.amount)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
