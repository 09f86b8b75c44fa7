// Rows as a table; on a phone the columns that can wait are left for the details.
import { Table, Td, Th } from '@medspasync/ui';
import type { ShownRow } from '../../engine/messages.ts';
import { StateBadge } from './state-badge.tsx';

export interface RowTableProps {
  rows: readonly ShownRow[];
  onOpen: (index: number) => void;
}

export function RowTable({ rows, onOpen }: RowTableProps) {
  return (
    <Table caption="Rows, each with what it came to">
      <thead>
        <tr>
          <Th>Patient</Th>
          <Th className="max-md:hidden">Product</Th>
          <Th className="text-right">Amount</Th>
          <Th className="max-sm:hidden">Sale</Th>
          <Th className="text-right max-sm:hidden">Likely</Th>
          <Th className="max-lg:hidden">State</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.index} className="hover:bg-canvas">
            <Td>
              <button
                type="button"
                className="cursor-pointer rounded-sm py-1 text-left font-medium text-accent-ink underline decoration-accent/30 underline-offset-4 hover:decoration-accent"
                onClick={() => onOpen(row.index)}
              >
                {row.patient}
              </button>
              <span className="block text-ink-faint text-xs">{row.day}</span>
              <span className="mt-1.5 block lg:hidden">
                <StateBadge state={row.state} />
              </span>
            </Td>
            <Td className="max-w-56 text-ink-soft max-md:hidden">{row.service}</Td>
            <Td className="tabular whitespace-nowrap text-right font-medium">
              {row.dollars}
              {row.likelihood && (
                <span className="block font-normal text-ink-faint text-xs sm:hidden">{row.likelihood}</span>
              )}
            </Td>
            <Td className="tabular text-ink-soft max-sm:hidden">{row.sale}</Td>
            <Td className="tabular text-right max-sm:hidden">{row.likelihood}</Td>
            <Td className="max-lg:hidden">
              <StateBadge state={row.state} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
