// Why a row got its score, briefly: the heaviest comparisons as chips, and exceptions with their next step.
import { EXCEPTIONS, type ResultRowWire } from '@medspasync/schemas';
import { Badge, Callout } from '@medspasync/ui';
import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatProbability } from '../counts.ts';
import { formatDay } from '../dates.ts';
import { formatDollars } from '../money.ts';
import { shareWordsOf } from './result-words.ts';
import { heaviestReasons } from './waterfall.ts';

/** As many as are read at a glance. */
const SHOWN_REASONS = 5;

/** `children` follow the chips in the same flow, as the last item. */
export function ReasonChips({ row, children }: { row: ResultRowWire; children?: ReactNode }) {
  if (!row.explanation) return null;
  return (
    <ul aria-label="Reasons" className="flex flex-wrap items-center gap-2">
      {heaviestReasons(row.explanation, SHOWN_REASONS).map((reason) => {
        const against = reason.log_odds < 0;
        const Icon = against ? Minus : Plus;
        return (
          <li key={reason.comparison}>
            <Badge tone={against ? 'danger' : 'success'} className="whitespace-normal text-[0.8125rem]">
              <Icon aria-hidden />
              <span className="sr-only">{against ? 'Against: ' : 'For: '}</span>
              {reason.detail || reason.label}
            </Badge>
          </li>
        );
      })}
      {children && <li>{children}</li>}
    </ul>
  );
}

export function NextSteps({ row }: { row: ResultRowWire }) {
  const share = shareWordsOf(row);
  if (row.reason_codes.length === 0 && !row.note && !share) return null;
  return (
    <ul aria-label="What to check" className="grid gap-1.5 text-sm">
      {row.note && <li>{row.note}.</li>}
      {share && <li>{share}</li>}
      {row.reason_codes.map((code) => (
        <li key={code}>
          <span className="font-medium">{EXCEPTIONS[code].label}.</span>{' '}
          <span className="text-ink-soft">{EXCEPTIONS[code].nextStep}</span>
        </li>
      ))}
    </ul>
  );
}

/** `children` follow its facts. */
export function RunnerUp({ row, children }: { row: ResultRowWire; children?: ReactNode }) {
  if (!row.runner_up) return null;
  const { pos_transaction: second, match_probability, detail } = row.runner_up;
  const facts = [
    second.customer_name ?? 'No name',
    second.date && formatDay(second.date),
    formatDollars(second.amount),
  ].filter(Boolean);
  return (
    <Callout tone="neutral" title={`Second best: ${formatProbability(match_probability)}`}>
      <p className="tabular">{facts.join(' · ')}</p>
      {detail && <p className="text-ink-faint">{detail}</p>}
      {children}
    </Callout>
  );
}
