'use client';
// The place to work: two files in, a run, the answer.
import { Button, Callout, Card } from '@medspasync/ui';
import { FlaskConical, Play } from 'lucide-react';
import { useState } from 'react';
import { FileSlot } from './file-slot.tsx';
import { Results } from './results.tsx';
import { RunPanel } from './run-panel.tsx';
import { openSample } from './sample.ts';
import { SIDE_NAMES } from './side-words.ts';
import { useWorkbench } from './use-workbench.ts';

export function Workbench() {
  const { books, run, readFile, removeFile, start, cancel } = useWorkbench();
  const [sampleProblem, setSampleProblem] = useState<string>();
  const isRunning = run.status === 'running';
  const isReady = SIDE_NAMES.every((side) => books[side].status === 'read');
  const trySample = () => {
    setSampleProblem(undefined);
    openSample()
      .then((files) => {
        for (const side of SIDE_NAMES) readFile(side, files[side]);
      })
      .catch(() => setSampleProblem('The sample could not be fetched. Is this device offline?'));
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Card aria-label="Workbench" className="p-4 sm:p-7">
        <div className="grid gap-4 sm:gap-5 md:grid-cols-2">
          {SIDE_NAMES.map((side) => (
            <FileSlot
              key={side}
              side={side}
              book={books[side]}
              disabled={isRunning}
              onFile={(file) => readFile(side, file)}
              onRemove={() => removeFile(side)}
            />
          ))}
        </div>
        <div className="mt-5 border-line border-t pt-5">
          {isRunning ? (
            <RunPanel progress={run.progress} onCancel={cancel} />
          ) : (
            <div className="flex flex-wrap items-center gap-3">
              <Button size="lg" disabled={!isReady} onClick={start}>
                <Play aria-hidden />
                {run.status === 'done' ? 'Match again' : 'Find the matches'}
              </Button>
              <Button size="lg" variant="secondary" onClick={trySample}>
                <FlaskConical aria-hidden />
                Try with sample data
              </Button>
              <p className="text-ink-faint text-sm max-sm:w-full">
                {isReady ? 'Both files are read.' : 'The sample is a made-up spa; nobody in it exists.'}
              </p>
            </div>
          )}
          {sampleProblem && <Callout role="alert" tone="danger" title={sampleProblem} className="mt-4" />}
          {run.status === 'failed' && (
            <Callout role="alert" tone="danger" title="The run failed" className="mt-4">
              <p>{run.reason}</p>
            </Callout>
          )}
        </div>
      </Card>
      {run.status === 'done' && <Results summary={run.summary} engine={run.engine} />}
    </div>
  );
}
