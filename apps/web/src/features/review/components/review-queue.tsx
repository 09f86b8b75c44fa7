// The queue: one list, most dollars at risk first. Only what is in sight is rendered.
import type { ResultRowWire } from '@medspasync/schemas';
import { PROGRAMS } from '@medspasync/schemas';
import { cn } from '@medspasync/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { formatDay } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';
import { Confidence } from '../../../lib/results/confidence.tsx';
import { amountOf, briefOpenWordsOf, patientOf, subjectOf } from '../../../lib/results/result-words.ts';

const ROW_HEIGHT_PX = 96;
/** Rows rendered beyond the edge, so that fast scrolling shows no gap. */
const OVERSCAN = 8;
const PAGE_STEP = 5;

const STEP_OF: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_STEP,
  PageUp: -PAGE_STEP,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export interface ReviewQueueProps {
  queue: readonly ResultRowWire[];
  position: number;
  onSelect: (index: number) => void;
}

export function ReviewQueue({ queue, position, onSelect }: ReviewQueueProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtualizer = useVirtualizer({
    count: queue.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN,
  });
  useEffect(() => virtualizer.scrollToIndex(position), [position, virtualizer]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEP_OF[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onSelect(position + step);
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label="Review queue"
      aria-activedescendant={`${id}-${position}`}
      onKeyDown={onKeyDown}
      className="h-full overflow-y-auto focus-visible:-outline-offset-2"
    >
      <div className="relative" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <QueueRow
            key={queue[index]!.result_id}
            id={`${id}-${index}`}
            row={queue[index]!}
            index={index}
            count={queue.length}
            top={start}
            selected={index === position}
            onSelect={onSelect}
          />
        ))}
      </div>
    </div>
  );
}

interface QueueRowProps {
  id: string;
  row: ResultRowWire;
  index: number;
  count: number;
  top: number;
  selected: boolean;
  onSelect: (index: number) => void;
}

function QueueRow({ id, row, index, count, top, selected, onSelect }: QueueRowProps) {
  const subject = subjectOf(row);
  const facts = [
    subject?.program && PROGRAMS[subject.program].name,
    subject?.date && formatDay(subject.date),
  ];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox holds the focus and names this row by aria-activedescendant.
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the listbox's.
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-setsize={count}
      aria-posinset={index + 1}
      onClick={() => onSelect(index)}
      className={cn(
        'absolute inset-x-0 grid cursor-pointer grid-cols-1 content-center gap-1 border-line border-b border-l-4 border-l-transparent py-2 pr-4 pl-3.5',
        selected ? 'border-l-accent bg-accent-soft/70' : 'hover:bg-sunken/70',
      )}
      style={{ top, height: ROW_HEIGHT_PX }}
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate font-medium text-sm">{patientOf(row)}</span>
        <span className="tabular font-semibold text-sm">{formatDollars(amountOf(row))}</span>
      </span>
      <span className="flex items-center justify-between gap-3 text-ink-soft text-xs">
        <span className="truncate">{facts.filter(Boolean).join(' · ')}</span>
        {row.explanation ? (
          <Confidence level={row.confidence_level} probability={row.match_probability} />
        ) : (
          <span className="shrink-0">
            {row.reward_transaction ? 'Only in the portal' : 'Only in the POS'}
          </span>
        )}
      </span>
      <span className="flex items-center justify-between gap-3 text-ink-soft text-xs">
        <span className="truncate">{briefOpenWordsOf(row)}</span>
        {row.assigned_to && (
          <span className="max-w-24 truncate" title={`Given to ${row.assigned_to.name}`}>
            @{row.assigned_to.name}
          </span>
        )}
      </span>
    </div>
  );
}
