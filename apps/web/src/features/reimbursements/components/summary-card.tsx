// Program by program: what was redeemed, and how far the manufacturer has paid it back.
import { PROGRAMS, type ProgramReimbursementsWire, type ReimbursementSummaryWire } from '@medspasync/schemas';
import { Card, CardHeader, CardTitle, EmptyState, Skeleton, Table, Td, Th } from '@medspasync/ui';
import { HandCoins } from 'lucide-react';
import { countOf } from '../../../lib/counts.ts';
import { formatMonth } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { useReimbursementSummary } from '../api/reimbursements.ts';

export function SummaryCard() {
  const { data, error, isPending, refetch } = useReimbursementSummary();
  const programs = data?.programs.filter(({ overpaid, redeemed }) => redeemed + overpaid > 0) ?? [];
  return (
    <Card aria-labelledby="by-program" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="by-program">By program</CardTitle>
        {data && <p className="w-full text-ink-soft text-sm">{leadOf(data)}</p>}
      </CardHeader>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />}
      {isPending && <Skeleton className="mx-5 mb-5 h-40 sm:mx-6" />}
      {data && programs.length === 0 && (
        <EmptyState
          icon={HandCoins}
          title="Nothing redeemed in these months"
          className="border-line border-t py-10"
        >
          Rewards of completed reconciliations are followed here until they are paid back.
        </EmptyState>
      )}
      {programs.length > 0 && <ProgramTable programs={programs} />}
    </Card>
  );
}

const leadOf = ({ from, open_payments, open_payments_amount, to }: ReimbursementSummaryWire): string =>
  `Redeemed from ${formatMonth(from)} to ${formatMonth(to)}. ${
    open_payments === 0
      ? 'No payment waits.'
      : `${countOf(open_payments, 'payment')} of ${formatDollars(open_payments_amount)} not settled yet.`
  }`;

const daysOf = ({ average_days, expected_days }: ProgramReimbursementsWire): string =>
  `${average_days === null ? '—' : Math.round(average_days)} of ${expected_days}`;

function ProgramTable({ programs }: { programs: readonly ProgramReimbursementsWire[] }) {
  return (
    <>
      <Table caption="Reimbursements by program" className="border-line border-t max-md:hidden">
        <thead>
          <tr>
            <Th>Program</Th>
            <Th className="text-right">Redeemed</Th>
            <Th className="text-right">Paid back</Th>
            <Th className="text-right">Short</Th>
            <Th className="text-right">Awaited</Th>
            <Th className="text-right">Overdue</Th>
            <Th className="text-right">Days, of expected</Th>
          </tr>
        </thead>
        <tbody>
          {programs.map((figures) => (
            <tr key={figures.program} className="last:[&>td]:border-b-0">
              <Td className="font-medium">{PROGRAMS[figures.program].name}</Td>
              <Td className="tabular text-right">{formatDollars(figures.redeemed_amount)}</Td>
              <Td className="tabular text-right">
                {formatDollars(figures.reimbursed_amount)}
                <Overpaid figures={figures} />
              </Td>
              <Td className="tabular text-right">{formatDollars(figures.short_amount)}</Td>
              <Td className="tabular text-right">{formatDollars(figures.awaited_amount)}</Td>
              <Td className="tabular text-right font-medium">
                {formatDollars(figures.not_reimbursed_amount)}
              </Td>
              <Td className="tabular text-right text-ink-soft">{daysOf(figures)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <ul
        aria-label="Reimbursements by program"
        className="divide-y divide-line border-line border-t md:hidden"
      >
        {programs.map((figures) => (
          <li key={figures.program} className="grid gap-1 px-5 py-3.5 text-sm">
            <p className="flex justify-between gap-3 font-medium">
              {PROGRAMS[figures.program].name}
              <span className="tabular">{formatDollars(figures.redeemed_amount)}</span>
            </p>
            <p className="tabular text-ink-soft">
              Paid back {formatDollars(figures.reimbursed_amount)}
              <Overpaid figures={figures} />, short {formatDollars(figures.short_amount)}
            </p>
            <p className="tabular text-ink-soft">
              Awaited {formatDollars(figures.awaited_amount)}, overdue{' '}
              {formatDollars(figures.not_reimbursed_amount)}
            </p>
            <p className="tabular text-ink-faint">Days: {daysOf(figures)} expected</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A part of what was paid back that the program may take back. */
function Overpaid({ figures: { overpaid_amount } }: { figures: ProgramReimbursementsWire }) {
  if (overpaid_amount === 0) return null;
  return <span className="text-warning-ink"> ({formatDollars(overpaid_amount)} overpaid)</span>;
}
