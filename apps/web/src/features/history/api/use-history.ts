// Past reconciliations, newest first.
import { bodyOf } from '@medspasync/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** The API's own default; older jobs are found by their address. */
const LIMIT = 50;

export const useHistory = () =>
  useQuery({
    queryKey: queryKeys.history,
    queryFn: ({ signal }) =>
      bodyOf(api.http.GET('/reconcile/history', { params: { query: { limit: LIMIT } }, signal })),
    select: ({ jobs }) => jobs,
  });
