// One page of rows of a kind, found by the server; the page before stays on the screen until it is there.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../../lib/query-keys.ts';
import { fetchResults, type ResultPage } from '../../../lib/results/fetch-results.ts';

export const useResultPage = (jobId: string, page: ResultPage) =>
  useQuery({
    queryKey: [...queryKeys.pages(jobId), page],
    queryFn: ({ signal }) => fetchResults(jobId, page, signal),
    placeholderData: keepPreviousData,
  });
