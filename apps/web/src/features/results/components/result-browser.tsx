// The rows of a job: tabs, search, pages and the detail of one.
import type { ResultRowWire } from '@medspasync/schemas';
import { Card, EmptyState, Input, Skeleton, TabPanel, Tabs } from '@medspasync/ui';
import { Search, SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { countOf } from '../../../lib/counts.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { useResults } from '../../../lib/results/use-results.ts';
import { Pager } from './pager.tsx';
import { ResultDetail } from './result-detail.tsx';
import { ResultTable } from './result-table.tsx';
import { ResultTabs, type ResultView, type Totals, VIEWS, type ViewName } from './result-tabs.tsx';
import { searchRows } from './search-rows.ts';

const PAGE_SIZE = 50;

export interface ResultBrowserProps extends Totals {
  jobId: string;
  view: ViewName;
  onView: (view: ViewName) => void;
}

export function ResultBrowser({ jobId, view, onView, ...totals }: ResultBrowserProps) {
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ResultRowWire>();
  return (
    <Card aria-label="Rows" className="overflow-hidden">
      <Tabs value={view} onValueChange={(next) => onView(next as ViewName)}>
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
            placeholder="Search name, phone, date, amount, code …"
            autoComplete="off"
            className="pl-9 sm:max-w-md"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        <TabPanel value={view} className="border-line border-t focus-visible:-outline-offset-2">
          <FilteredRows
            key={view}
            jobId={jobId}
            view={VIEWS[view]}
            search={useDeferredValue(search)}
            onOpen={setOpen}
          />
        </TabPanel>
      </Tabs>
      <ResultDetail row={open} onClose={() => setOpen(undefined)} />
    </Card>
  );
}

interface FilteredRowsProps {
  jobId: string;
  view: ResultView;
  search: string;
  onOpen: (row: ResultRowWire) => void;
}

function FilteredRows({ jobId, view, search, onOpen }: FilteredRowsProps) {
  const results = useResults(jobId, view.filter);
  const [chosenPage, setPage] = useState(1);
  const found = useMemo(
    () => searchRows(view.keep ? results.rows.filter(view.keep) : results.rows, search),
    [results.rows, view, search],
  );
  // Narrowed here, only what is loaded can be counted.
  const total = search || view.keep ? found.length : (results.total ?? found.length);
  const page = Math.min(chosenPage, Math.max(1, Math.ceil(total / PAGE_SIZE)));
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);

  if (results.error) return <ProblemNotice className="m-5" error={results.error} onRetry={results.retry} />;
  if (results.isLoading) return <LoadingRows />;
  return (
    <>
      <p role="status" className="sr-only">
        {search ? `${countOf(found.length, 'row')} found` : ''}
      </p>
      {search && results.isLoadingMore && (
        <p className="tabular px-5 pt-3 text-ink-faint text-sm">
          Searched {countOf(results.rows.length, 'row')} so far; the rest is loading.
        </p>
      )}
      {shown.length > 0 ? (
        <ResultTable caption={`Results: ${view.label}`} rows={shown} onOpen={onOpen} />
      ) : (
        <EmptyState icon={SearchX} title={search ? 'No row matches the search' : 'Nothing here'}>
          {search ? 'Try fewer words, or the tab “All”.' : 'No row of this job is of this kind.'}
        </EmptyState>
      )}
      <Pager page={page} pageSize={PAGE_SIZE} total={total} onPage={setPage} />
    </>
  );
}

function LoadingRows() {
  return (
    <div role="status" className="grid gap-3 p-5">
      <span className="sr-only">Loading rows</span>
      {['a', 'b', 'c', 'd', 'e'].map((key) => (
        <Skeleton key={key} className="h-12" />
      ))}
    </div>
  );
}
