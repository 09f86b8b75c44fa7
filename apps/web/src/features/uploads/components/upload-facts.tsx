// How a file was read, in two facts: its layout and how surely, its rows and their sum.
import { hasAmountColumn, type UploadResponseWire } from '@medspasync/schemas';
import { Badge } from '@medspasync/ui';
import { countOf, formatProbability } from '../../../lib/counts.ts';
import { formatDollars } from '../../../lib/money.ts';

/** Below it a figure would say less than the words. */
const LIKELY = 0.5;

const sureness = (confidence: number): string =>
  confidence < LIKELY ? 'Not sure' : `${formatProbability(confidence)} sure`;

export function UploadFacts({ upload, isSure }: { upload: UploadResponseWire; isSure: boolean }) {
  const { mapping, transactions_count, total_amount } = upload;
  return (
    <dl className="tabular grid grid-cols-2 gap-4 px-5 pb-4 text-sm">
      <div>
        <dt className="text-ink-faint">Layout</dt>
        <dd className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {mapping.layout_name}
          <Badge tone={isSure ? 'success' : 'warning'}>{sureness(mapping.confidence)}</Badge>
        </dd>
      </div>
      <div>
        <dt className="text-ink-faint">Read</dt>
        <dd className="font-medium">
          {countOf(transactions_count, 'row')}
          {hasAmountColumn(mapping) && (
            <span className="text-ink-soft">
              {' · '}
              {formatDollars(total_amount)}
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}
