// The row in hand: both records aligned, the reasons, the runner-up and, on demand, the sum.
import type { AliasKind } from '@medspasync/schemas';
import { Button, Kbd } from '@medspasync/ui';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { formatDollars } from '../../../lib/money.ts';
import { Confidence } from '../../../lib/results/confidence.tsx';
import { EarlierDecision } from '../../../lib/results/earlier-decision.tsx';
import { FieldComparison } from '../../../lib/results/field-comparison.tsx';
import { NextSteps, ReasonChips, RunnerUp } from '../../../lib/results/reasons.tsx';
import { amountOf, openWordsOf, patientOf } from '../../../lib/results/result-words.ts';
import { ReversalNote } from '../../../lib/results/reversal-note.tsx';
import { WaterfallChart } from '../../../lib/results/waterfall-chart.tsx';
import type { RowOfQueue } from '../api/use-remarks.ts';
import { useReplaceRow } from '../api/use-review-queue.ts';
import { Remarks } from './remarks.tsx';
import { namesDiffer, RememberNames } from './remember-names.tsx';

export interface ReviewCardProps {
  of: RowOfQueue;
  mayDecide: boolean;
  lettersOn: boolean;
  /** What is kept of the two names when the pair is approved. */
  remember: AliasKind | undefined;
  onRemember: (kind: AliasKind | undefined) => void;
  onRunnerUp: () => void;
}

export function ReviewCard({ of, mayDecide, lettersOn, remember, onRemember, onRunnerUp }: ReviewCardProps) {
  const { row } = of;
  const replaceRow = useReplaceRow(of.jobId, of.queue);
  const [showWhy, setShowWhy] = useState(false);
  const whyId = useId();
  return (
    <article aria-label={`Review of ${patientOf(row)}`} className="grid gap-5">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold text-title">{patientOf(row)}</h2>
        <span className="tabular font-semibold text-title">{formatDollars(amountOf(row))}</span>
        <div className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-1">
          {row.explanation && <Confidence level={row.confidence_level} probability={row.match_probability} />}
          <span className="text-ink-soft text-sm">{openWordsOf(row)}</span>
        </div>
      </header>
      <EarlierDecision row={row} />
      <ReversalNote jobId={of.jobId} row={row} onSaid={replaceRow} />
      <Remarks of={of} mayDecide={mayDecide} />
      <ReasonChips row={row}>
        <Button
          variant="ghost"
          size="sm"
          className="text-accent-ink"
          aria-expanded={showWhy}
          aria-controls={whyId}
          onClick={() => setShowWhy(!showWhy)}
        >
          Why?
          <ChevronDown aria-hidden className={showWhy ? 'rotate-180' : undefined} />
        </Button>
      </ReasonChips>
      {row.explanation && (
        <section id={whyId} hidden={!showWhy} aria-label="Why this score">
          <WaterfallChart explanation={row.explanation} probability={row.match_probability} />
        </section>
      )}
      <FieldComparison row={row} />
      {mayDecide && namesDiffer(row) && <RememberNames remember={remember} onRemember={onRemember} />}
      <NextSteps row={row} />
      <RunnerUp row={row}>
        {mayDecide && (
          <Button size="sm" variant="secondary" className="mt-1.5 justify-self-start" onClick={onRunnerUp}>
            Pair with this one
            {lettersOn && (
              <Kbd aria-hidden className="max-lg:hidden">
                1
              </Kbd>
            )}
          </Button>
        )}
      </RunnerUp>
    </article>
  );
}
