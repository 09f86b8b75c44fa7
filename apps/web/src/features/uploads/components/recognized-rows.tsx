// What becomes of a file's rows once the run begins: which are new, which are there already, and what has changed in which.
import type { RecognitionCountsWire, RecognizedRowWire } from '@medspasync/schemas';
import { Badge } from '@medspasync/ui';
import { ChevronDown, History } from 'lucide-react';
import { countOf, formatCount } from '../../../lib/counts.ts';
import { FIELD_WORDS } from './field-words.ts';

/** More is no help on a screen; the count tells the rest. */
const SHOWN_ROWS = 100;

export interface RecognizedRowsProps {
  recognized: RecognitionCountsWire;
  rows: readonly RecognizedRowWire[];
}

export function RecognizedRows({ recognized, rows }: RecognizedRowsProps) {
  const { changed, new: fresh, same } = recognized;
  return (
    <>
      <ul aria-label="Against what was imported before" className="flex flex-wrap gap-2 px-5 pb-4">
        <li>
          <Badge tone="success">{formatCount(fresh)} new</Badge>
        </li>
        <li>
          <Badge>{formatCount(same)} imported before</Badge>
        </li>
        <li>
          <Badge tone={changed > 0 ? 'warning' : 'neutral'}>{formatCount(changed)} changed</Badge>
        </li>
      </ul>
      {changed > 0 && <ChangedRows rows={rows.filter(({ recognition }) => recognition === 'changed')} />}
    </>
  );
}

function ChangedRows({ rows }: { rows: readonly RecognizedRowWire[] }) {
  const hidden = rows.length - SHOWN_ROWS;
  return (
    <details className="group border-line border-t text-sm">
      <summary className="flex cursor-pointer list-none items-center gap-2 px-5 py-3.5 font-medium">
        <History aria-hidden className="size-4" />
        {countOf(rows.length, 'row')} changed since the last import
        <ChevronDown aria-hidden className="ml-auto size-4 transition-transform group-open:rotate-180" />
      </summary>
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        aria-label="Changed rows"
        className="grid max-h-56 gap-1 overflow-y-auto px-5 pb-4"
      >
        {rows.slice(0, SHOWN_ROWS).map(({ changed_fields, row }) => (
          <li key={row}>
            <span className="tabular font-medium">Row {row}</span>
            <span className="text-ink-soft">
              : {changed_fields.map((field) => FIELD_WORDS[field]).join(', ')}
            </span>
          </li>
        ))}
        {hidden > 0 && <li className="text-ink-faint">and {countOf(hidden, 'more row')}</li>}
      </ul>
    </details>
  );
}
