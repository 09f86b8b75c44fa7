// What was read from a file: its layout and how surely, its rows, what was skipped, and the columns to correct.
import { hasAmountColumn, type UploadResponseWire, type UploadSide } from '@medspasync/schemas';
import { Badge, Button, Callout, Card } from '@medspasync/ui';
import { ChevronDown, FileCheck2, FileQuestionMark, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { countOf, formatProbability } from '../../../lib/counts.ts';
import { formatDollars } from '../../../lib/money.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { RecognizedRows } from './recognized-rows.tsx';
import { SIDES } from './side-words.ts';
import { SkippedRows } from './skipped-rows.tsx';

/** Below it the columns are opened unasked: the guess wants a look. */
const SURE_ENOUGH = 0.8;

/** Below it a figure would say less than the words. */
const LIKELY = 0.5;

const sureness = (confidence: number): string =>
  confidence < LIKELY ? 'Not sure' : `${formatProbability(confidence)} sure`;

export interface UploadCardProps {
  side: UploadSide;
  upload: UploadResponseWire;
  /** What was read on the other side. */
  beside: UploadResponseWire | undefined;
  onUpload: (upload: UploadResponseWire | undefined) => void;
}

export function UploadCard({ side, upload, beside, onUpload }: UploadCardProps) {
  const { mapping } = upload;
  const isRead = hasAmountColumn(mapping);
  const unsure = !isRead || mapping.confidence < SURE_ENOUGH || mapping.date_order === 'ambiguous';
  const [showColumns, setShowColumns] = useState(unsure);
  const columnsId = useId();
  const columnsButton = useRef<HTMLButtonElement>(null);
  return (
    <Card aria-label={SIDES[side].title} className="self-start">
      <header className="flex items-start gap-3 p-5 pb-4">
        <span
          className={`grid size-10 shrink-0 place-items-center rounded-full ${isRead ? 'bg-success-soft text-success-ink' : 'bg-warning-soft text-warning-ink'}`}
        >
          {isRead ? (
            <FileCheck2 aria-hidden className="size-5" />
          ) : (
            <FileQuestionMark aria-hidden className="size-5" />
          )}
        </span>
        <div className="min-w-0 flex-1">
          <p className="text-ink-soft text-sm">{SIDES[side].title}</p>
          <h2 className="truncate font-semibold" title={upload.filename}>
            {upload.filename}
          </h2>
        </div>
        <Button
          variant="ghost"
          size="icon"
          className="-mt-1 -mr-2"
          aria-label={`Remove ${upload.filename}`}
          onClick={() => onUpload(undefined)}
        >
          <X aria-hidden />
        </Button>
      </header>
      <dl className="tabular grid grid-cols-2 gap-4 px-5 pb-4 text-sm">
        <div>
          <dt className="text-ink-faint">Layout</dt>
          <dd className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            {mapping.layout_name}
            <Badge tone={unsure ? 'warning' : 'success'}>{sureness(mapping.confidence)}</Badge>
          </dd>
        </div>
        <div>
          <dt className="text-ink-faint">Read</dt>
          <dd className="font-medium">
            {countOf(upload.transactions_count, 'row')}
            {isRead && (
              <span className="text-ink-soft">
                {' · '}
                {formatDollars(upload.total_amount)}
              </span>
            )}
          </dd>
        </div>
      </dl>
      {mapping.notices?.map((notice) => (
        <p key={notice} className="px-5 pb-4 text-sm text-warning-ink first-letter:uppercase">
          {notice}.
        </p>
      ))}
      {isRead ? (
        <>
          <RecognizedRows recognized={upload.recognized} rows={upload.rows} />
          <SkippedRows skipped={upload.skipped} />
        </>
      ) : (
        <Callout tone="warning" title={upload.message} className="mx-5 mb-5">
          <p>No row was read yet. Set one column to Amount below, then read the file again.</p>
        </Callout>
      )}
      <div className="border-line border-t">
        <button
          ref={columnsButton}
          type="button"
          aria-expanded={showColumns}
          aria-controls={columnsId}
          onClick={() => setShowColumns(!showColumns)}
          className="flex w-full cursor-pointer items-center justify-between gap-3 rounded-card px-5 py-3.5 text-left font-medium text-sm hover:text-accent-ink"
        >
          {unsure ? 'Check the columns' : 'Columns'}
          <ChevronDown
            aria-hidden
            className={`size-4 transition-transform ${showColumns ? 'rotate-180' : ''}`}
          />
        </button>
        <div id={columnsId} hidden={!showColumns}>
          <MappingEditor
            key={JSON.stringify(mapping)}
            upload={upload}
            beside={beside}
            onUpload={(read) => {
              onUpload(read);
              // The editor begins anew, so the button that was pressed is gone; the keyboard stays in its place.
              columnsButton.current?.focus();
            }}
          />
        </div>
      </div>
    </Card>
  );
}
