// A card of rows in kinds: a tab for each kind, and what there is of it in pages.
import {
  Card,
  CardHeader,
  CardTitle,
  EmptyState,
  Pager,
  Skeleton,
  Tab,
  TabList,
  TabPanel,
  Tabs,
} from '@medspasync/ui';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { ROWS_PER_PAGE } from '../api/reimbursements.ts';

export interface TabbedListCardProps<Kind extends string> {
  title: string;
  kinds: Readonly<Record<Kind, string>>;
  kind: Kind;
  page: number;
  /** The first page of another kind, or another page of this one. */
  onShow: (kind: Kind, page: number) => void;
  query: {
    data: { total: number } | undefined;
    error: Error | null;
    isPending: boolean;
    refetch: () => unknown;
  };
  empty: { icon: LucideIcon; title: string; words: string };
  /** The rows of the page, as list items. */
  children: ReactNode;
}

export function TabbedListCard<Kind extends string>(props: TabbedListCardProps<Kind>) {
  const { title, kinds, kind, page, onShow, query, empty, children } = props;
  const { data, error, isPending, refetch } = query;
  const titleId = useId();
  return (
    <Card aria-labelledby={titleId} className="overflow-hidden">
      <CardHeader>
        <CardTitle id={titleId}>{title}</CardTitle>
      </CardHeader>
      <Tabs value={kind} onValueChange={(next) => onShow(next as Kind, 1)}>
        <TabList aria-label={title} className="px-2 sm:px-3">
          {Object.entries<string>(kinds).map(([name, label]) => (
            <Tab key={name} value={name}>
              {label}
            </Tab>
          ))}
        </TabList>
        <TabPanel value={kind} className="focus-visible:-outline-offset-2">
          {error && <ProblemNotice error={error} onRetry={() => void refetch()} className="m-5 sm:mx-6" />}
          {isPending && <Skeleton className="m-5 h-24 sm:mx-6" />}
          {data?.total === 0 && (
            <EmptyState icon={empty.icon} title={empty.title} className="py-10">
              {empty.words}
            </EmptyState>
          )}
          {data && data.total > 0 && <ul className="divide-y divide-line">{children}</ul>}
          {data && (
            <Pager
              page={page}
              pageSize={ROWS_PER_PAGE}
              total={data.total}
              onPage={(next) => onShow(kind, next)}
            />
          )}
        </TabPanel>
      </Tabs>
    </Card>
  );
}
