// Who works here: managed in the settings, and given rows in the review.
import { bodyOf } from '@medspasync/api-client';
import type { MemberWire } from '@medspasync/schemas';
import { useQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import { queryKeys } from './query-keys.ts';

export const useMembers = () =>
  useQuery({
    queryKey: queryKeys.members,
    queryFn: async ({ signal }): Promise<MemberWire[]> =>
      (await bodyOf(api.http.GET('/organizations/current/members', { signal }))).members,
  });
