// One row in full: both sides, the reasons, the sum, and who decided.
import type { ResultRowWire } from '@medspasync/schemas';
import { Dialog } from '@medspasync/ui';
import { formatInstant } from '../../../lib/dates.ts';
import { formatDifference } from '../../../lib/money.ts';
import { Confidence } from '../../../lib/results/confidence.tsx';
import { EarlierDecision } from '../../../lib/results/earlier-decision.tsx';
import { FieldComparison } from '../../../lib/results/field-comparison.tsx';
import { paidWordsOf } from '../../../lib/results/paid-words.ts';
import { NextSteps, ReasonChips, RunnerUp } from '../../../lib/results/reasons.tsx';
import { ResultBadge } from '../../../lib/results/result-badge.tsx';
import {
  decisionLabel,
  openWordsOf,
  patientOf,
  restWordsOf,
  unreadableWordsOf,
} from '../../../lib/results/result-words.ts';
import { ReversalNote } from '../../../lib/results/reversal-note.tsx';
import { WaterfallChart } from '../../../lib/results/waterfall-chart.tsx';
import { RowWriteOff } from './row-write-off.tsx';

export interface ResultDetailProps {
  jobId: string;
  row: ResultRowWire | undefined;
  /** With the row as it is once something was said of it. */
  onSaid: (row: ResultRowWire) => void;
  onClose: () => void;
}

export function ResultDetail({ jobId, onClose, onSaid, row }: ResultDetailProps) {
  return (
    <Dialog
      open={row !== undefined}
      onClose={onClose}
      title={row ? patientOf(row) : ''}
      className="w-[min(46rem,calc(100vw-1.5rem))]"
    >
      {row && (
        <div className="grid gap-6">
          <div className="flex flex-wrap items-center gap-3">
            <ResultBadge row={row} />
            {row.explanation && (
              <Confidence level={row.confidence_level} probability={row.match_probability} />
            )}
          </div>
          {row.decision && (
            <p className="text-ink-soft text-sm">
              {decisionLabel(row.decision)} by {row.decision.decided_by},{' '}
              {formatInstant(row.decision.decided_at)}
              {row.decision.difference
                ? ` (${formatDifference(row.decision.difference)} against the reward)`
                : ''}
              {row.decision.note && `: “${row.decision.note}”`}
            </p>
          )}
          {paidWordsOf(row) && <p className="text-ink-soft text-sm">{paidWordsOf(row)}</p>}
          {row.rest_write_off && (
            <p className="text-ink-soft text-sm">
              {restWordsOf(row.rest_write_off)} by {row.rest_write_off.decided_by},{' '}
              {formatInstant(row.rest_write_off.decided_at)}
              {row.rest_write_off.note && `: “${row.rest_write_off.note}”`}
            </p>
          )}
          <EarlierDecision row={row} />
          <ReversalNote key={row.result_id} jobId={jobId} row={row} onSaid={onSaid} />
          {row.state && <p className="text-ink-soft text-sm">{openWordsOf(row)}</p>}
          {row.unreadable ? (
            <p className="text-ink-soft text-sm">{unreadableWordsOf(row)}</p>
          ) : (
            <FieldComparison row={row} />
          )}
          <ReasonChips row={row} />
          <NextSteps row={row} />
          <RunnerUp row={row} />
          <RowWriteOff key={`write-off ${row.result_id}`} jobId={jobId} row={row} onDone={onSaid} />
          {row.explanation && (
            <section aria-label="Why this score">
              <h3 className="mb-1 font-semibold">Why?</h3>
              <WaterfallChart explanation={row.explanation} probability={row.match_probability} />
            </section>
          )}
        </div>
      )}
    </Dialog>
  );
}
