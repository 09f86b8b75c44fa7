// A run under way: where it is, how far, and the way to stop it.
import { Button, Progress } from '@medspasync/ui';
import type { RunProgress } from '../../engine/messages.ts';

export function RunPanel({ progress, onCancel }: { progress: RunProgress; onCancel: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <div className="grid min-w-56 grow gap-2">
        <p className="tabular flex justify-between gap-4 text-sm">
          <span role="status" className="font-medium">
            {progress.words}
          </span>
          <span className="text-ink-soft">{progress.percent}%</span>
        </p>
        <Progress label="Matching" percent={progress.percent} />
      </div>
      <Button variant="secondary" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
