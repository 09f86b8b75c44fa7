// Two records side by side, aligned field by field: what agrees stays quiet, what differs says how.
import type { ResultRowWire } from '@medspasync/schemas';
import { Badge, cn } from '@medspasync/ui';
import { Receipt, Ticket } from 'lucide-react';
import { formatDay } from '../dates.ts';
import { formatDollars } from '../money.ts';
import { type ComparedField, compareFields } from './compare-fields.ts';

export function FieldComparison({ row }: { row: ResultRowWire }) {
  const fields = compareFields(row.reward_transaction, row.pos_transactions);
  return (
    <div className="grid gap-3">
      <table className="w-full table-fixed border-separate border-spacing-0 text-sm">
        <caption className="sr-only">Loyalty portal and POS sale, field by field</caption>
        <colgroup>
          <col className="w-[5.25rem] sm:w-28" />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="sr-only">
              Field
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

function SideHead({ icon: Icon, label }: { icon: typeof Ticket; label: string }) {
  return (
    <th scope="col" className="border-line border-b px-2.5 pb-2 text-left font-semibold sm:px-4">
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
    'wrap-anywhere px-2.5 py-2 align-top sm:px-4',
    !last && 'border-line border-b',
    field.state === 'same' ? 'text-ink-soft' : 'text-ink',
    apart && 'bg-warning-soft font-medium',
    field.label === 'Amount' && 'tabular',
  );
  return (
    <tr>
      <th
        scope="row"
        className={cn(
          'py-2 pr-2 text-left align-top font-normal text-ink-faint',
          !last && 'border-line border-b',
        )}
      >
        {field.label}
      </th>
      <td className={cell}>{field.reward ?? <Absent />}</td>
      <td className={cell}>
        {field.pos ?? <Absent />}
        {field.note && (
          <span className={cn('block text-xs', apart ? 'text-warning-ink' : 'text-ink-faint')}>
            {field.note}
          </span>
        )}
      </td>
    </tr>
  );
}

function Absent() {
  return (
    <span className="text-ink-faint">
      <span aria-hidden>—</span>
      <span className="sr-only">not given</span>
    </span>
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
