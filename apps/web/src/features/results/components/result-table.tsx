// Result rows as a table; on a phone, as a list of cards. A row's first cell opens its detail.
import type { ResultRowWire } from '@medspasync/schemas';
import { EXCEPTIONS, PROGRAMS } from '@medspasync/schemas';
import { Table, Td, Th } from '@medspasync/ui';
import { formatDay } from '../../../lib/dates.ts';
import { formatDollars, sumDollars } from '../../../lib/money.ts';
import { Confidence } from '../../../lib/results/confidence.tsx';
import { ResultBadge } from '../../../lib/results/result-badge.tsx';
import { patientOf, subjectOf, unreadableWordsOf } from '../../../lib/results/result-words.ts';

export interface ResultTableProps {
  caption: string;
  rows: readonly ResultRowWire[];
  onOpen: (row: ResultRowWire) => void;
}

const programOf = (row: ResultRowWire): string | undefined => {
  const program = row.reward_transaction?.program;
  return program && PROGRAMS[program].name;
};

const aboutOf = (row: ResultRowWire): string =>
  [programOf(row), subjectOf(row)?.service].filter(Boolean).join(' · ');

const reasonOf = (row: ResultRowWire): string =>
  unreadableWordsOf(row) ??
  row.explanation?.summary ??
  row.reason_codes.map((code) => EXCEPTIONS[code].label).join(', ');

const posAmountOf = (row: ResultRowWire): string =>
  row.pos_transactions.length > 0
    ? formatDollars(sumDollars(row.pos_transactions.map(({ amount }) => amount)))
    : '—';

const rewardAmountOf = (row: ResultRowWire): string =>
  row.reward_transaction ? formatDollars(row.reward_transaction.amount) : '—';

export function ResultTable({ caption, rows, onOpen }: ResultTableProps) {
  return (
    <>
      <div className="overflow-x-auto max-md:hidden">
        <Table caption={caption}>
          <thead>
            <tr>
              <Th>Patient</Th>
              <Th>Date</Th>
              <Th className="text-right">Reward</Th>
              <Th className="text-right">POS</Th>
              <Th>Result</Th>
              <Th>Reason</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ResultRow key={row.result_id} row={row} onOpen={onOpen} />
            ))}
          </tbody>
        </Table>
      </div>
      <ul aria-label={caption} className="divide-y divide-line md:hidden">
        {rows.map((row) => (
          <ResultItem key={row.result_id} row={row} onOpen={onOpen} />
        ))}
      </ul>
    </>
  );
}

function ResultRow({ row, onOpen }: { row: ResultRowWire; onOpen: (row: ResultRowWire) => void }) {
  const date = subjectOf(row)?.date;
  return (
    <tr className="relative transition-colors hover:bg-sunken/60">
      <Td>
        <button
          type="button"
          onClick={() => onOpen(row)}
          className="cursor-pointer text-left font-medium after:absolute after:inset-0"
        >
          {patientOf(row)}
        </button>
        <span className="block max-w-56 truncate text-ink-faint text-xs">{aboutOf(row)}</span>
      </Td>
      <Td className="tabular whitespace-nowrap text-ink-soft">{date ? formatDay(date) : '—'}</Td>
      <Td className="tabular text-right font-medium">{rewardAmountOf(row)}</Td>
      <Td className="tabular text-right">{posAmountOf(row)}</Td>
      <Td>
        <span className="grid justify-items-start gap-1">
          <ResultBadge row={row} />
          {row.reward_transaction && row.pos_transaction && (
            <Confidence level={row.confidence_level} probability={row.match_probability} />
          )}
        </span>
      </Td>
      <Td className="max-w-72 text-ink-soft">
        <span className="line-clamp-2">{reasonOf(row)}</span>
      </Td>
    </tr>
  );
}

function ResultItem({ row, onOpen }: { row: ResultRowWire; onOpen: (row: ResultRowWire) => void }) {
  const date = subjectOf(row)?.date;
  return (
    <li className="relative grid grid-cols-1 gap-2 p-4">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <button
            type="button"
            onClick={() => onOpen(row)}
            className="cursor-pointer text-left font-medium after:absolute after:inset-0"
          >
            {patientOf(row)}
          </button>
          <p className="truncate text-ink-faint text-sm">
            {[date && formatDay(date), aboutOf(row)].filter(Boolean).join(' · ')}
          </p>
        </div>
        <span className="tabular font-semibold">
          {row.reward_transaction ? rewardAmountOf(row) : posAmountOf(row)}
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ResultBadge row={row} />
        {row.reward_transaction && row.pos_transaction && (
          <Confidence level={row.confidence_level} probability={row.match_probability} />
        )}
      </div>
      {reasonOf(row) && <p className="line-clamp-2 text-ink-soft text-sm">{reasonOf(row)}</p>}
    </li>
  );
}
