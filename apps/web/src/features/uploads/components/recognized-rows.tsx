// What becomes of a file's rows once the run begins: which are new, which are there already, what has changed in which, and
// which may be one redemption entered twice.
import type { RecognitionCountsWire, RecognizedRowWire } from '@medspasync/schemas';
import { Badge } from '@medspasync/ui';
import { ChevronDown, History, type LucideIcon, Repeat } from 'lucide-react';
import type { ReactNode } from 'react';
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
      <RowList
        rows={rows.filter(({ recognition }) => recognition === 'changed')}
        icon={History}
        title={(count) => `${countOf(count, 'row')} changed since the last import`}
        label="Changed rows"
        wordsOf={({ changed_fields }) => changed_fields.map((field) => FIELD_WORDS[field]).join(', ')}
      />
      <RowList
        rows={rows.filter(({ repeats_code }) => repeats_code)}
        icon={Repeat}
        title={(count) =>
          `${countOf(count, 'row')} with a code the same patient has brought for the same amount`
        }
        label="Codes brought again"
        wordsOf={() => 'counted as another redemption; check that it is not the same one entered again'}
      />
    </>
  );
}

interface RowListProps {
  rows: readonly RecognizedRowWire[];
  icon: LucideIcon;
  title: (count: number) => string;
  label: string;
  wordsOf: (row: RecognizedRowWire) => string;
}

/** Renders nothing of no rows. */
function RowList({ rows, icon: Icon, title, label, wordsOf }: RowListProps): ReactNode {
  if (rows.length === 0) return null;
  const hidden = rows.length - SHOWN_ROWS;
  return (
    <details className="group border-line border-t text-sm">
      <summary className="flex cursor-pointer list-none items-center gap-2 px-5 py-3.5 font-medium">
        <Icon aria-hidden className="size-4" />
        {title(rows.length)}
        <ChevronDown aria-hidden className="ml-auto size-4 transition-transform group-open:rotate-180" />
      </summary>
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        aria-label={label}
        className="grid max-h-56 gap-1 overflow-y-auto px-5 pb-4"
      >
        {rows.slice(0, SHOWN_ROWS).map((row) => (
          <li key={row.row}>
            <span className="tabular font-medium">Row {row.row}</span>
            <span className="text-ink-soft">: {wordsOf(row)}</span>
          </li>
        ))}
        {hidden > 0 && <li className="text-ink-faint">and {countOf(hidden, 'more row')}</li>}
      </ul>
    </details>
  );
}
