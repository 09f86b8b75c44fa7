// The ways to look at a job's rows, and how many each holds.
import type { JobSummaryWire, ResultRowWire } from '@medspasync/schemas';
import type { ResultFilter } from '../../../lib/query-keys.ts';

/** A view of one of the server's kinds of rows, or of the reviews, told apart by what was decided. */
export type ResultView = { label: string } & (
  | { filter: ResultFilter }
  | { keep: (row: ResultRowWire) => boolean }
);

export type ViewName = 'review' | 'decided' | 'matched' | 'missing' | 'unclaimed' | 'unreadable' | 'all';

export const VIEWS: Readonly<Record<ViewName, ResultView>> = {
  review: { label: 'Needs review', keep: (row) => row.decision === null },
  decided: { label: 'Decided', keep: (row) => row.decision !== null },
  matched: { label: 'Matched', filter: 'match' },
  missing: { label: 'Missing', filter: 'missing' },
  unclaimed: { label: 'Unclaimed POS', filter: 'unclaimed' },
  unreadable: { label: 'Unreadable', filter: 'unreadable' },
  all: { label: 'All', filter: 'all' },
};

export const VIEW_NAMES = Object.keys(VIEWS) as ViewName[];

/** The view of that name, or the one to open first: what waits for a person, if anything does. */
export function viewNamed(name: string | null, summary: JobSummaryWire): ViewName {
  const known = VIEW_NAMES.find((view) => view === name);
  return known ?? (summary.pending_reviews > 0 ? 'review' : 'all');
}

export interface Totals {
  summary: JobSummaryWire;
  totalResults: number;
}

/** Rows stay in the view of what the run found; a decision only moves a review to the decided ones. */
export function countsOf({ summary, totalResults }: Totals): Record<ViewName, number> {
  const { as_found, errors, pending_reviews, unclaimed_pos } = summary;
  return {
    review: pending_reviews,
    decided: as_found.review_required - pending_reviews,
    matched: as_found.matches_found,
    missing: as_found.no_matches,
    unclaimed: unclaimed_pos,
    unreadable: errors,
    all: totalResults,
  };
}
