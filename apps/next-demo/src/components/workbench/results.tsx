// The answer: dollars, rows by what they came to, and the file to keep.
import { Button, Callout, Card, Tab, TabList, TabPanel, Tabs } from '@medspasync/ui';
import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { BrowserEngine } from '../../engine/browser-engine.ts';
import { type RunSummary, VIEW_NAMES, type ViewName } from '../../engine/messages.ts';
import { countWords } from '../../engine/words.ts';
import { MoneySummary } from './money-summary.tsx';
import { saveFile } from './save-file.ts';
import { VIEW_WORDS } from './state-words.ts';
import { ViewRows } from './view-rows.tsx';

export interface ResultsProps {
  summary: RunSummary;
  engine: BrowserEngine;
}

export function Results({ summary, engine }: ResultsProps) {
  const [view, setView] = useState<ViewName>(summary.counts.review > 0 ? 'review' : 'matched');
  const [problem, setProblem] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone; whoever reads by ear or key goes on from here.
  useEffect(() => heading.current?.focus(), []);
  const save = () => {
    setProblem(undefined);
    engine
      .matchesFile()
      .then((file) => saveFile(file, 'matches.csv'))
      .catch((error: Error) => setProblem(error.message));
  };
  return (
    <Card aria-labelledby="results-title">
      <div className="grid gap-6 p-5 sm:p-7">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div>
            <h2
              id="results-title"
              ref={heading}
              tabIndex={-1}
              className="text-[2rem] leading-tight tracking-[-0.02em] outline-none"
            >
              Results
            </h2>
            <p className="tabular mt-1 text-ink-soft text-sm">
              {summary.comparedPairs} pairs compared in {summary.seconds} s, on this device
            </p>
          </div>
          <Button variant="secondary" onClick={save}>
            <Download aria-hidden />
            Save as CSV
          </Button>
        </div>
        {problem && <Callout role="alert" tone="danger" title={problem} />}
        {summary.warnings.map((words) => (
          <Callout key={words} tone="warning" title={words} />
        ))}
        <MoneySummary summary={summary} />
      </div>
      <Tabs value={view} onValueChange={(chosen) => setView(chosen as ViewName)}>
        <TabList aria-label="Rows" className="px-2 sm:px-4">
          {VIEW_NAMES.map((name) => (
            <Tab key={name} value={name}>
              {VIEW_WORDS[name]}
              <span className="tabular text-ink-faint">{countWords(summary.counts[name])}</span>
            </Tab>
          ))}
        </TabList>
        {VIEW_NAMES.map((name) => (
          <TabPanel key={name} value={name}>
            <ViewRows view={name} engine={engine} />
          </TabPanel>
        ))}
      </Tabs>
    </Card>
  );
}
