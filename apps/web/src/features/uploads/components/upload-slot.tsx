// One side's place: drop a file, watch it go, then see what was read from it.
import { hasAmountColumn, type UploadResponseWire, type UploadSide } from '@medspasync/schemas';
import { Dropzone, Progress } from '@medspasync/ui';
import { useMutation } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useAnnounce } from '../../../lib/announcer.tsx';
import { countOf } from '../../../lib/counts.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { uploadFile } from '../api/upload-file.ts';
import { ACCEPTED_FILES, SIDES } from './side-words.ts';
import { UploadCard } from './upload-card.tsx';

export interface UploadSlotProps {
  side: UploadSide;
  upload: UploadResponseWire | undefined;
  /** What was read on the other side. */
  beside: UploadResponseWire | undefined;
  onUpload: (upload: UploadResponseWire | undefined) => void;
}

export function UploadSlot({ side, upload, beside, onUpload }: UploadSlotProps) {
  const { title, hint, fileLabel } = SIDES[side];
  const announce = useAnnounce();
  const [percentSent, setPercentSent] = useState(0);
  const sending = useMutation({
    mutationFn: (file: File) => {
      setPercentSent(0);
      return uploadFile(side, file, (progress) => setPercentSent(progress.percentSent));
    },
    onSuccess: (read) => {
      onUpload(read);
      const outcome = hasAmountColumn(read.mapping)
        ? `${countOf(read.transactions_count, 'row')} read from ${read.filename}.`
        : read.message;
      announce(`${title}: ${outcome}`);
    },
  });
  if (upload) return <UploadCard side={side} upload={upload} beside={beside} onUpload={onUpload} />;
  return (
    <section aria-label={title} className="grid content-start gap-3">
      <Dropzone
        label={fileLabel}
        accept={ACCEPTED_FILES}
        disabled={sending.isPending}
        onFile={(file) => sending.mutate(file)}
        className="min-h-56"
      >
        <div className="grid min-h-56 place-content-center justify-items-center gap-2 p-6 text-center">
          <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent-ink">
            <FileUp aria-hidden className="size-5" />
          </span>
          <span className="font-semibold">{title}</span>
          <span className="text-ink-soft text-sm">{hint}</span>
          <span className="text-ink-faint text-sm">
            Drop a CSV or Excel file, or <span className="text-accent-ink underline">choose one</span>
          </span>
        </div>
      </Dropzone>
      {sending.isPending && (
        <div className="grid gap-1.5">
          <Progress label={`Sending ${fileLabel}`} percent={percentSent} />
          <p className="text-ink-soft text-sm">
            {percentSent < 100 ? `Sending, ${percentSent}%` : 'Sent. Reading the file …'}
          </p>
        </div>
      )}
      {sending.isError && <ProblemNotice error={sending.error} />}
    </section>
  );
}
