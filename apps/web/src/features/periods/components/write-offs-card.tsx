// Write-offs that wait for a second pair of eyes: nobody approves their own.
import { PROGRAMS, type ProposedWriteOffWire, WRITE_OFF_REASONS } from '@medspasync/schemas';
import { Button, Card, CardHeader, CardTitle } from '@medspasync/ui';
import { countOf } from '../../../lib/counts.ts';
import { formatAgo, formatDay } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { useApproveWriteOff, useProposedWriteOffs, useWithdrawWriteOff } from '../api/periods.ts';

export interface WriteOffsCardProps {
  mayApprove: boolean;
}

/** Renders nothing while none waits. */
export function WriteOffsCard({ mayApprove }: WriteOffsCardProps) {
  const { data, error, refetch } = useProposedWriteOffs();
  const approve = useApproveWriteOff();
  const withdraw = useWithdrawWriteOff();
  const problem = error ?? approve.error ?? withdraw.error;
  if (!problem && (!data || data.total === 0)) return null;
  return (
    <Card aria-labelledby="write-offs" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="write-offs">Write-offs that wait for a second person</CardTitle>
        {data && (
          <p className="tabular w-full text-ink-soft text-sm">
            {countOf(data.total, 'row')}, {formatDollars(data.amount)}. Nothing is given up until somebody
            else approves it.
          </p>
        )}
      </CardHeader>
      {problem && (
        <ProblemNotice error={problem} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />
      )}
      {data && (
        <ul className="divide-y divide-line border-line border-t">
          {data.write_offs.map((writeOff) => {
            const name = `${formatDollars(writeOff.amount)}, proposed by ${writeOff.proposed_by}`;
            const isWithdrawing = withdraw.isPending && withdraw.variables.result_id === writeOff.result_id;
            return (
              <li
                key={writeOff.decision_id}
                className="flex flex-wrap items-start justify-between gap-3 px-5 py-3.5 sm:px-6"
              >
                <WriteOffWords writeOff={writeOff} />
                <div className="flex gap-2">
                  {mayApprove && !writeOff.is_own && (
                    <Button
                      size="sm"
                      aria-label={`Approve ${name}`}
                      busy={approve.isPending && approve.variables.result_id === writeOff.result_id}
                      onClick={() => approve.mutate(writeOff)}
                    >
                      Approve
                    </Button>
                  )}
                  {(writeOff.is_own || mayApprove) && (
                    <Button
                      size="sm"
                      variant="secondary"
                      aria-label={`${writeOff.is_own ? 'Withdraw' : 'Refuse'} ${name}`}
                      busy={isWithdrawing}
                      onClick={() => withdraw.mutate(writeOff)}
                    >
                      {writeOff.is_own ? 'Withdraw' : 'Refuse'}
                    </Button>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

function WriteOffWords({ writeOff }: { writeOff: ProposedWriteOffWire }) {
  const { amount, happened_on, is_own, is_rest, location, note, program, proposed_at, proposed_by, reason } =
    writeOff;
  const facts = [program && PROGRAMS[program].name, location, happened_on && formatDay(happened_on)];
  return (
    <div className="grid min-w-0 gap-0.5 text-sm">
      <p className="font-medium">
        <span className="tabular">{formatDollars(amount)}</span> ·{' '}
        {reason ? WRITE_OFF_REASONS[reason] : 'Paired with a sale of less'}
        {is_rest && ' · the rest of a redemption that was paid in part'}
      </p>
      {note && <p className="wrap-anywhere text-ink-soft">“{note}”</p>}
      <p className="text-ink-faint">
        {[...facts, `by ${is_own ? 'you' : proposed_by}, ${formatAgo(proposed_at, Date.now())}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
