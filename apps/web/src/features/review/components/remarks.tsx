// Whose the row in hand is, and what people have noted about it.
import { Button } from '@medspasync/ui';
import { NotebookPen, UserRound } from 'lucide-react';
import { formatAgo } from '../../../lib/dates.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { type RowOfQueue, useWithdrawNote } from '../api/use-remarks.ts';

export function Remarks({ of, mayDecide }: { of: RowOfQueue; mayDecide: boolean }) {
  const { assigned_to, notes } = of.row;
  const withdraw = useWithdrawNote(of);
  if (!assigned_to && notes.length === 0) return null;
  return (
    <ul aria-label="Remarks" className="grid gap-2 text-sm">
      {assigned_to && (
        <li className="flex items-center gap-2.5 text-ink-soft">
          <UserRound aria-hidden className="size-4 shrink-0 text-accent-ink" />
          <span>
            Given to <span className="font-medium text-ink">{assigned_to.name}</span> by{' '}
            {assigned_to.assigned_by}, {formatAgo(assigned_to.assigned_at, Date.now())}
          </span>
        </li>
      )}
      {notes.map((note) => (
        <li key={note.note_id} className="flex items-start gap-2.5">
          <NotebookPen aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" />
          <div className="min-w-0 flex-1">
            <p className="wrap-anywhere">{note.text}</p>
            <p className="text-ink-faint text-xs">
              {note.written_by}, {formatAgo(note.written_at, Date.now())}
            </p>
          </div>
          {mayDecide && (
            <Button
              size="sm"
              variant="ghost"
              aria-label={`Withdraw the note of ${note.written_by}`}
              busy={withdraw.isPending && withdraw.variables === note.note_id}
              onClick={() => withdraw.mutate(note.note_id)}
            >
              Withdraw
            </Button>
          )}
        </li>
      ))}
      {withdraw.isError && (
        <li>
          <ProblemNotice error={withdraw.error} />
        </li>
      )}
    </ul>
  );
}
