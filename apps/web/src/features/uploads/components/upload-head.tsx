// The head of a file that was sent: whose side it is, what it is called, and the way to take it out again.
import type { UploadSide } from '@medspasync/schemas';
import { Button } from '@medspasync/ui';
import { FileCheck2, FileQuestionMark, X } from 'lucide-react';
import { SIDES } from './side-words.ts';

export interface UploadHeadProps {
  side: UploadSide;
  filename: string;
  isRead: boolean;
  onRemove: () => void;
}

export function UploadHead({ side, filename, isRead, onRemove }: UploadHeadProps) {
  const Icon = isRead ? FileCheck2 : FileQuestionMark;
  return (
    <header className="flex items-start gap-3 p-5 pb-4">
      <span
        className={`grid size-10 shrink-0 place-items-center rounded-full ${isRead ? 'bg-success-soft text-success-ink' : 'bg-warning-soft text-warning-ink'}`}
      >
        <Icon aria-hidden className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="text-ink-soft text-sm">{SIDES[side].title}</p>
        <h2 className="truncate font-semibold" title={filename}>
          {filename}
        </h2>
      </div>
      <Button
        variant="ghost"
        size="icon"
        className="-mt-1 -mr-2"
        aria-label={`Remove ${filename}`}
        onClick={onRemove}
      >
        <X aria-hidden />
      </Button>
    </header>
  );
}
