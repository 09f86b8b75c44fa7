// How server state is cached and retried: what may succeed later is asked again, a refusal is final.
import { ApiProblem } from '@medspasync/api-client';
import { QueryClient } from '@tanstack/react-query';
import { api } from './api.ts';

const MAX_RETRIES = 2;
const STALE_AFTER_MS = 30_000;

/** True for a network that did not answer and for faults of the server. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // "always": offline, a call fails and says so, instead of waiting with a decision that looks saved.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: STALE_AFTER_MS,
        retry: (failures, error) => mayPass(error) && failures < MAX_RETRIES,
      },
    },
  });

/** Nothing of one person's session may stay on the screen, or greet the next. @returns how to stop. */
export const clearWhenSignedOut = (queryClient: QueryClient): (() => void) =>
  api.session.subscribe(() => {
    if (api.session.state().status === 'signed-out') queryClient.clear();
  });
