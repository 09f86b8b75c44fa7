// Rows that were left out, each with its line in the file and the reason.
import type { SkippedRow } from '@medspasync/schemas';
import { ChevronDown, TriangleAlert } from 'lucide-react';
import { countOf } from '../../../lib/counts.ts';

/** More is no help on a screen; the count tells the rest. */
const SHOWN_ROWS = 100;

export function SkippedRows({ skipped }: { skipped: readonly SkippedRow[] }) {
  if (skipped.length === 0) {
    return <p className="px-5 pb-4 text-ink-faint text-sm">No row was skipped.</p>;
  }
  const hidden = skipped.length - SHOWN_ROWS;
  return (
    <details className="group border-line border-t text-sm">
      <summary className="flex cursor-pointer list-none items-center gap-2 px-5 py-3.5 font-medium text-warning-ink">
        <TriangleAlert aria-hidden className="size-4" />
        {countOf(skipped.length, 'row')} skipped
        <ChevronDown aria-hidden className="ml-auto size-4 transition-transform group-open:rotate-180" />
      </summary>
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        aria-label="Skipped rows"
        className="grid max-h-56 gap-1 overflow-y-auto px-5 pb-4"
      >
        {skipped.slice(0, SHOWN_ROWS).map(({ row, column, reason }) => (
          <li key={`${row} ${column} ${reason}`}>
            <span className="tabular font-medium">
              Row {row}
              {column && `, ${column}`}
            </span>
            <span className="text-ink-soft">: {reason}</span>
          </li>
        ))}
        {hidden > 0 && <li className="text-ink-faint">and {countOf(hidden, 'more row')}</li>}
      </ul>
    </details>
  );
}
