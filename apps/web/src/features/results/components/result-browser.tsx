// The rows of a job: tabs, search, and the detail of one row.
import type { ResultRowWire } from '@medspasync/schemas';
import { Card, Input, TabPanel, Tabs } from '@medspasync/ui';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useSettled } from '../../../lib/use-settled.ts';
import { ResultDetail } from './result-detail.tsx';
import { PagedRows, ReviewRows } from './result-rows.tsx';
import { ResultTabs } from './result-tabs.tsx';
import { type Totals, VIEWS, type ViewName } from './views.ts';

/** Long enough to finish a word, short enough not to be noticed. */
const TYPING_PAUSE_MS = 250;

export interface ResultBrowserProps extends Totals {
  jobId: string;
  view: ViewName;
  onView: (view: ViewName) => void;
}

export function ResultBrowser({ jobId, view: name, onView, ...totals }: ResultBrowserProps) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<ResultRowWire>();
  const search = useSettled(typed.trim(), TYPING_PAUSE_MS);
  const view = VIEWS[name];
  const rows = { jobId, label: view.label, search, onOpen: setOpen };
  return (
    <Card aria-label="Rows" className="overflow-hidden">
      <Tabs value={name} onValueChange={(next) => onView(next as ViewName)}>
        <div className="px-2 pt-1 sm:px-3">
          <ResultTabs {...totals} />
        </div>
        <div className="relative p-4 sm:px-6">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-7 size-4 -translate-y-1/2 text-ink-faint sm:left-9"
          />
          <Input
            type="search"
            aria-label="Search rows"
            placeholder="Search surname, full name, phone, code …"
            autoComplete="off"
            className="pl-9 sm:max-w-md [&::-webkit-search-cancel-button]:hidden"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <TabPanel value={name} className="border-line border-t focus-visible:-outline-offset-2">
          {'keep' in view ? (
            <ReviewRows key={`${name} ${search}`} {...rows} keep={view.keep} />
          ) : (
            <PagedRows key={`${name} ${search}`} {...rows} filter={view.filter} />
          )}
        </TabPanel>
      </Tabs>
      <ResultDetail jobId={jobId} row={open} onSaid={setOpen} onClose={() => setOpen(undefined)} />
    </Card>
  );
}
