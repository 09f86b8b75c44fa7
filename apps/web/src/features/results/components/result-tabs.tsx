// The ways to look at a job's rows, each with its count.
import type { JobSummaryWire, ResultRowWire } from '@medspasync/schemas';
import { Badge, Tab, TabList } from '@medspasync/ui';
import { formatCount } from '../../../lib/counts.ts';
import type { ResultFilter } from '../../../lib/query-keys.ts';

export interface ResultView {
  label: string;
  /** What is asked of the server; `keep` narrows it further here. */
  filter: ResultFilter;
  keep?: (row: ResultRowWire) => boolean;
}

export const VIEWS = {
  review: { label: 'Needs review', filter: 'review_required', keep: (row) => row.decision === null },
  decided: { label: 'Decided', filter: 'review_required', keep: (row) => row.decision !== null },
  matched: { label: 'Matched', filter: 'match' },
  missing: { label: 'Missing', filter: 'missing' },
  unclaimed: { label: 'Unclaimed POS', filter: 'unclaimed' },
  all: { label: 'All', filter: 'all' },
} as const satisfies Record<string, ResultView>;

export type ViewName = keyof typeof VIEWS;

/** The view of that name, or the one to open first: what waits for a person, if anything does. */
export function viewNamed(name: string | null, summary: JobSummaryWire): ViewName {
  if (name !== null && Object.hasOwn(VIEWS, name)) return name as ViewName;
  return summary.pending_reviews > 0 ? 'review' : 'all';
}

export interface Totals {
  summary: JobSummaryWire;
  totalResults: number;
}

function countsOf({ summary, totalResults }: Totals): Record<ViewName, number> {
  const { matches_found, review_required, pending_reviews, unclaimed_pos, errors } = summary;
  return {
    review: pending_reviews,
    decided: review_required - pending_reviews,
    matched: matches_found,
    missing: totalResults - matches_found - review_required - unclaimed_pos - errors,
    unclaimed: unclaimed_pos,
    all: totalResults,
  };
}

export function ResultTabs(totals: Totals) {
  const counts = countsOf(totals);
  return (
    <TabList aria-label="Results">
      {(Object.keys(VIEWS) as ViewName[]).map((name) => (
        <Tab key={name} value={name}>
          {VIEWS[name].label}
          <Badge tone={name === 'review' && counts.review > 0 ? 'warning' : 'neutral'}>
            {formatCount(counts[name])}
          </Badge>
        </Tab>
      ))}
    </TabList>
  );
}
