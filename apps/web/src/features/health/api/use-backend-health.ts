// Is the backend up? Asked every 30 seconds while the tab is seen.
import { bodyOf } from '@medspasync/api-client';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export const HEALTH_POLL_MS = 30_000;
/** Longer than any healthy answer by far; beyond it the backend is as good as down. */
const TIMEOUT_MS = 5_000;

export type BackendHealth = 'checking' | 'healthy' | 'degraded' | 'down';

/** `checking` until the first answer; later checks keep the last one until they know better. */
export function useBackendHealth(): BackendHealth {
  const query = useQuery({
    queryKey: queryKeys.health,
    queryFn: () => bodyOf(api.http.GET('/health/quick', { signal: AbortSignal.timeout(TIMEOUT_MS) })),
    refetchInterval: HEALTH_POLL_MS,
    refetchOnWindowFocus: 'always',
    // A retry would only delay the truth; the next poll is near. Offline, the answer is known: down.
    retry: false,
    networkMode: 'always',
    staleTime: 0,
  });
  if (query.isError) return 'down';
  return query.data?.status ?? 'checking';
}
