// What was read from a file: its layout and how surely, its rows, what was skipped, and the columns to correct.
import { hasAmountColumn, type UploadResponseWire, type UploadSide } from '@medspasync/schemas';
import { Callout, Card } from '@medspasync/ui';
import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { MappingEditor } from './mapping-editor.tsx';
import { RecognizedRows } from './recognized-rows.tsx';
import { SIDES } from './side-words.ts';
import { SkippedRows } from './skipped-rows.tsx';
import { UploadFacts } from './upload-facts.tsx';
import { UploadHead } from './upload-head.tsx';

/** Below it the columns are opened unasked: the guess wants a look. */
const SURE_ENOUGH = 0.8;

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
      <UploadHead
        side={side}
        filename={upload.filename}
        isRead={isRead}
        onRemove={() => onUpload(undefined)}
      />
      <UploadFacts upload={upload} isSure={!unsure} />
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
