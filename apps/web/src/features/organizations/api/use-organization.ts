// The organization one works in, with its locations.
import { bodyOf } from '@medspasync/api-client';
import type { OrganizationWire } from '@medspasync/schemas';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export const useOrganization = () =>
  useQuery({
    queryKey: queryKeys.organization,
    queryFn: ({ signal }): Promise<OrganizationWire> =>
      bodyOf(api.http.GET('/organizations/current', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
