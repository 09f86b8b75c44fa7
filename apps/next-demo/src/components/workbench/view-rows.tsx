// The rows of one view, a page at a time, and the details of the one that is opened.
import { Callout, EmptyState, Pager, Skeleton } from '@medspasync/ui';
import { Inbox } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { BrowserEngine } from '../../engine/browser-engine.ts';
import { PAGE_SIZE, type RowDetail, type RowPage, type ViewName } from '../../engine/messages.ts';
import { RowDetailDialog } from './row-detail-dialog.tsx';
import { RowTable } from './row-table.tsx';

export function ViewRows({ view, engine }: { view: ViewName; engine: BrowserEngine }) {
  const [page, setPage] = useState(1);
  const [shown, setShown] = useState<RowPage>();
  const [detail, setDetail] = useState<RowDetail>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    let isCurrent = true;
    engine
      .page({ view, page })
      .then((rows) => isCurrent && setShown(rows))
      .catch((error: Error) => isCurrent && setProblem(error.message));
    return () => {
      isCurrent = false;
    };
  }, [engine, view, page]);

  const open = (index: number) => {
    engine.detail(index).then(setDetail, (error: Error) => setProblem(error.message));
  };
  if (problem) return <Callout role="alert" tone="danger" title={problem} className="m-5" />;
  if (!shown) return <Skeleton className="m-5 h-72" />;
  if (shown.total === 0) return <EmptyState icon={Inbox} title="No row of this kind" />;
  return (
    <>
      <RowTable rows={shown.rows} onOpen={open} />
      <Pager page={page} pageSize={PAGE_SIZE} total={shown.total} onPage={setPage} />
      <RowDetailDialog detail={detail} onClose={() => setDetail(undefined)} />
    </>
  );
}
