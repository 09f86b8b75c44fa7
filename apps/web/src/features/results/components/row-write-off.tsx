// A row given up where it is looked at: all of it, or what payments have left of a redemption whose pair stands.
import type { ResultRowWire } from '@medspasync/schemas';
import { Button } from '@medspasync/ui';
import { Ban, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../../../lib/announcer.tsx';
import { formatDollars } from '../../../lib/money.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { hasUnpaid, isPaidInPart, unpaidOf } from '../../../lib/results/paid-words.ts';
import { rowNameOf } from '../../../lib/results/result-words.ts';
import { WriteOffForm } from '../../../lib/results/write-off-form.tsx';
import { useMay } from '../../../lib/session.ts';
import { useWriteOff } from '../api/use-write-off.ts';

export interface RowWriteOffProps {
  jobId: string;
  row: ResultRowWire;
  onDone: (row: ResultRowWire) => void;
}

/** The write-off of the row that stands: what is left of a redemption was said last. */
const standingOf = ({ decision, rest_write_off: rest }: ResultRowWire) =>
  rest ?? (decision?.verdict === 'written_off' ? decision : null);

const hasPair = ({ decision, pos_transactions: sales, result, reward_transaction: reward }: ResultRowWire) =>
  reward !== null && sales.length > 0 && (decision ? decision.verdict !== 'rejected' : result === 'match');

export function RowWriteOff({ jobId, onDone, row }: RowWriteOffProps) {
  const mayDecide = useMay('reconciliation:decide');
  const announce = useAnnounce();
  const [isAsked, setIsAsked] = useState(false);
  const standing = standingOf(row);
  const name = rowNameOf(row);
  const writeOff = useWriteOff(jobId, row, (changed) => {
    setIsAsked(false);
    announce(standing ? `Undone: written off ${name}.` : `Write-off entered: ${name}.`);
    onDone(changed);
  });
  const place = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(false);
  // The form that had the focus is gone: it goes on to what stands in its place.
  useEffect(() => {
    if (wasAsked.current && !isAsked) place.current?.querySelector('button')?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  const isOpen = (row.state !== null || hasPair(row)) && hasUnpaid(row);
  if (!mayDecide || row.unreadable || row.is_taken_back || !(isOpen || standing)) return null;
  const hasRest = isPaidInPart(row);
  const left = formatDollars(unpaidOf(row));
  const label = hasRest ? `Write off the rest, ${left}` : 'Write off';
  return (
    <div ref={place} className="grid gap-3">
      {writeOff.isError && <ProblemNotice error={writeOff.error} />}
      {isAsked ? (
        <>
          <p className="text-ink-soft text-sm">
            {hasRest
              ? `${left}, which payments have left of it, is given up${hasPair(row) ? '; its pair stands' : ''}.`
              : `${left} is given up; it counts as lost, not as recovered.`}{' '}
            Above the organization’s limit it waits for a second person.
          </p>
          <WriteOffForm
            label={`${label}: ${name}`}
            busy={writeOff.isPending}
            onWriteOff={writeOff.mutate}
            onCancel={() => setIsAsked(false)}
          />
        </>
      ) : standing ? (
        <Button
          size="sm"
          variant="secondary"
          className="justify-self-start"
          busy={writeOff.isPending}
          onClick={() => writeOff.mutate({ decision_id: standing.decision_id })}
        >
          <Undo2 aria-hidden />
          Undo: written off {name}
        </Button>
      ) : (
        <Button size="sm" variant="secondary" className="justify-self-start" onClick={() => setIsAsked(true)}>
          <Ban aria-hidden />
          {label}
        </Button>
      )}
    </div>
  );
}
