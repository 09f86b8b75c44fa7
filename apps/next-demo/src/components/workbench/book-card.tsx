// What was read from a file: its layout, its rows and their sum, and what was skipped with reasons.
import { Badge, Button } from '@medspasync/ui';
import { ChevronDown, FileCheck2, TriangleAlert, X } from 'lucide-react';
import type { BookSummary } from '../../engine/messages.ts';
import { countWords, rowsWords } from '../../engine/words.ts';

export interface BookCardProps {
  title: string;
  book: BookSummary;
  disabled: boolean;
  onRemove: () => void;
}

export function BookCard({ title, book, disabled, onRemove }: BookCardProps) {
  return (
    <section aria-label={title} className="min-h-52 self-start rounded-card border border-line bg-canvas">
      <header className="flex items-start gap-3 p-5 pb-4">
        <span className="grid size-10 shrink-0 place-items-center rounded-full bg-success-soft text-success-ink">
          <FileCheck2 aria-hidden className="size-5" />
        </span>
        <div className="min-w-0 flex-1">
          <p className="text-ink-soft text-sm">{title}</p>
          <h3 className="truncate font-semibold" title={book.filename}>
            {book.filename}
          </h3>
        </div>
        <Button
          variant="ghost"
          size="icon"
          className="-mt-1 -mr-2"
          aria-label={`Remove ${book.filename}`}
          disabled={disabled}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </header>
      <dl className="tabular grid grid-cols-2 gap-4 px-5 pb-4 text-sm">
        <div>
          <dt className="text-ink-faint">Layout</dt>
          <dd className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            {book.layoutName}
            {book.isGuessed && <Badge tone="warning">Guessed</Badge>}
          </dd>
        </div>
        <div>
          <dt className="text-ink-faint">Read</dt>
          <dd className="font-medium">
            {rowsWords(book.rowCount)}
            <span className="text-ink-soft">{` · ${book.dollars}`}</span>
          </dd>
        </div>
      </dl>
      {book.notices.map((notice) => (
        <p key={notice} className="px-5 pb-4 text-sm text-warning-ink first-letter:uppercase">
          {notice}.
        </p>
      ))}
      <SkippedRows book={book} />
    </section>
  );
}

function SkippedRows({ book }: { book: BookSummary }) {
  if (book.skippedCount === 0) return <p className="px-5 pb-5 text-ink-faint text-sm">No row was skipped.</p>;
  const hidden = book.skippedCount - book.skipped.length;
  return (
    <details className="group border-line border-t text-sm">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-card px-5 py-3.5 font-medium text-warning-ink">
        <TriangleAlert aria-hidden className="size-4" />
        {rowsWords(book.skippedCount)} skipped
        <ChevronDown aria-hidden className="ml-auto size-4 transition-transform group-open:rotate-180" />
      </summary>
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
        tabIndex={0}
        aria-label="Skipped rows"
        className="grid max-h-48 gap-1 overflow-y-auto px-5 pb-4"
      >
        {book.skipped.map(({ row, column, reason }) => (
          <li key={`${row} ${column} ${reason}`}>
            <span className="tabular font-medium">
              Row {row}
              {column && `, ${column}`}
            </span>
            <span className="text-ink-soft">: {reason}</span>
          </li>
        ))}
        {hidden > 0 && <li className="text-ink-faint">and {countWords(hidden)} more</li>}
      </ul>
    </details>
  );
}
