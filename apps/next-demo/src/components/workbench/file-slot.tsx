// One side's place: drop a file, then see what was read from it.
import type { UploadSide } from '@medspasync/schemas';
import { Callout, Dropzone } from '@medspasync/ui';
import { FileUp } from 'lucide-react';
import { BookCard } from './book-card.tsx';
import { SIDES } from './side-words.ts';
import type { BookState } from './use-workbench.ts';

/** What file pickers offer first; anything may be dropped, and the importer says what it cannot read. */
const ACCEPTED = '.csv,.tsv,.txt,text/csv';

export interface FileSlotProps {
  side: UploadSide;
  book: BookState;
  disabled: boolean;
  onFile: (file: File) => void;
  onRemove: () => void;
}

export function FileSlot({ side, book, disabled, onFile, onRemove }: FileSlotProps) {
  const { title, hint, fileLabel } = SIDES[side];
  if (book.status === 'read')
    return <BookCard title={title} book={book.summary} disabled={disabled} onRemove={onRemove} />;
  const isReading = book.status === 'reading';
  return (
    <section aria-label={title} className="grid content-start gap-3">
      <Dropzone
        label={fileLabel}
        accept={ACCEPTED}
        disabled={disabled || isReading}
        onFile={onFile}
        className="min-h-52 bg-canvas"
      >
        <span className="grid min-h-52 place-content-center justify-items-center gap-2 p-5 text-center">
          <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent-ink">
            <FileUp aria-hidden className="size-5" />
          </span>
          <span className="font-semibold">{title}</span>
          <span className="max-w-xs text-balance text-ink-soft text-sm">{hint}</span>
          <span className="text-ink-faint text-sm">
            Drop a CSV file, or <span className="text-accent-ink underline">choose one</span>
          </span>
        </span>
      </Dropzone>
      <p role="status" className="text-ink-soft text-sm empty:hidden">
        {isReading && `Reading ${book.filename} …`}
      </p>
      {book.status === 'refused' && (
        <Callout role="alert" tone="danger" title="This file could not be read">
          <p className="wrap-anywhere">{book.reason}</p>
        </Callout>
      )}
    </section>
  );
}
