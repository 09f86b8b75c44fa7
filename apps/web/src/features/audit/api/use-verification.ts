// Has the server go through the whole log. A mutation, because it is asked for and leaves an event in the log.
import { bodyOf } from '@medspasync/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export function useVerification() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => bodyOf(api.http.GET('/audit/verify')),
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.audit }),
  });
}
