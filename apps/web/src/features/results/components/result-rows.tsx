// The rows of one view. The server pages and searches; reviews are all here already and are searched here.
import type { ResultRowWire } from '@medspasync/schemas';
import { EmptyState, Pager, Skeleton } from '@medspasync/ui';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { countOf } from '../../../lib/counts.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import type { ResultFilter } from '../../../lib/query-keys.ts';
import { useReviews } from '../../../lib/results/use-reviews.ts';
import { useResultPage } from '../api/use-result-page.ts';
import { ResultTable } from './result-table.tsx';
import { searchRows } from './search-rows.ts';

const PAGE_SIZE = 50;

interface RowsProps {
  jobId: string;
  label: string;
  search: string;
  onOpen: (row: ResultRowWire) => void;
}

export function PagedRows({ jobId, filter, ...view }: RowsProps & { filter: ResultFilter }) {
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useResultPage(jobId, {
    filter,
    page,
    limit: PAGE_SIZE,
    ...(view.search && { search: view.search }),
  });
  if (error && !data) return <ProblemNotice className="m-5" error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  return <PageOfRows {...view} rows={data.results} total={data.total_results} page={page} onPage={setPage} />;
}

export function ReviewRows({ jobId, keep, ...view }: RowsProps & { keep: (row: ResultRowWire) => boolean }) {
  const [chosenPage, setPage] = useState(1);
  const reviews = useReviews(jobId);
  if (reviews.error) return <ProblemNotice className="m-5" error={reviews.error} onRetry={reviews.retry} />;
  if (reviews.isLoading) return <LoadingRows />;
  const found = searchRows(reviews.rows.filter(keep), view.search);
  const page = Math.min(chosenPage, Math.max(1, Math.ceil(found.length / PAGE_SIZE)));
  return (
    <PageOfRows
      {...view}
      rows={found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
      total={found.length}
      page={page}
      onPage={setPage}
    />
  );
}

interface PageOfRowsProps extends Omit<RowsProps, 'jobId'> {
  rows: readonly ResultRowWire[];
  total: number;
  page: number;
  onPage: (page: number) => void;
}

function PageOfRows({ label, search, rows, total, page, onPage, onOpen }: PageOfRowsProps) {
  return (
    <>
      <p role="status" className="sr-only">
        {search && `${countOf(total, 'row')} found`}
      </p>
      {rows.length > 0 ? (
        <ResultTable caption={`Results: ${label}`} rows={rows} onOpen={onOpen} />
      ) : (
        <EmptyState icon={SearchX} title={search ? 'No row matches the search' : 'Nothing here'}>
          {search ? 'Try fewer letters, or another tab.' : 'No row of this job is of this kind.'}
        </EmptyState>
      )}
      <Pager page={page} pageSize={PAGE_SIZE} total={total} onPage={onPage} />
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
