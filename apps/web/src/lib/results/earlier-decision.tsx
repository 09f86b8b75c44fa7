// What a person decided about the row in an earlier job, and why it is open again here; or that it stands here too.
import type { ResultRowWire } from '@medspasync/schemas';
import { formatInstant } from '../dates.ts';
import { verdictLabel } from './result-words.ts';

export function EarlierDecision({ row: { decision, earlier_decision: earlier } }: { row: ResultRowWire }) {
  if (decision?.carried_from_job_id)
    return <p className="text-ink-soft text-sm">Decided earlier, in another run over the same rows.</p>;
  if (decision || !earlier) return null;
  return (
    <p className="rounded-card bg-warning-soft px-4 py-3 text-sm text-warning-ink">
      <span className="font-semibold">Decided earlier:</span> {verdictLabel(earlier.verdict)} by{' '}
      {earlier.decided_by}, {formatInstant(earlier.decided_at)}. {earlier.remark}
    </p>
  );
}
