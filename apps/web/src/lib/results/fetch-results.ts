// One page of a job's rows, with the job's totals.
import { bodyOf } from '@medspasync/api-client';
import type { JobResultsWire } from '@medspasync/schemas';
import { api } from '../api.ts';
import type { ResultFilter } from '../query-keys.ts';

/** The query of each filter. `side` tells apart the two kinds of rows that matched nothing. */
const QUERY_OF = {
  all: {},
  match: { result: 'match' },
  review_required: { result: 'review_required' },
  redeemed: { side: 'reward' },
  missing: { result: 'no_match', side: 'reward' },
  unclaimed: { result: 'no_match', side: 'pos' },
  unreadable: { result: 'error' },
  disagreeing: { result: 'match', state: 'MISMATCHED' },
  overdue: { state: 'MISSING' },
  expected: { state: 'EXPECTED' },
} as const;

export interface ResultPage {
  filter: ResultFilter;
  /** From 1. */
  page: number;
  limit: number;
  /** A patient in full, or part of what else either side says; it travels in a body, because a patient's name must not stand in a URL. */
  search?: string;
}

export function fetchResults(
  jobId: string,
  { filter, search, ...paging }: ResultPage,
  signal: AbortSignal,
): Promise<JobResultsWire> {
  const path = { job_id: jobId };
  const query = { ...QUERY_OF[filter], ...paging };
  return bodyOf(
    search
      ? api.http.POST('/reconcile/jobs/{job_id}/results/search', {
          params: { path },
          body: { ...query, q: search },
          signal,
        })
      : api.http.GET('/reconcile/jobs/{job_id}/results', { params: { path, query }, signal }),
  );
}
