// Keys for programs.
import { bodyOf } from '@medspasync/api-client';
import type { ApiKeyWire, CreateApiKeyRequestWire, CreatedApiKeyWire } from '@medspasync/schemas';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export const useApiKeys = () =>
  useQuery({
    queryKey: queryKeys.apiKeys,
    queryFn: async ({ signal }): Promise<ApiKeyWire[]> =>
      (await bodyOf(api.http.GET('/auth/api-keys', { signal }))).api_keys,
  });

export const createApiKey = (body: CreateApiKeyRequestWire): Promise<CreatedApiKeyWire> =>
  bodyOf(api.http.POST('/auth/api-keys', { body }));

export const revokeApiKey = (api_key_id: string) =>
  api.http.DELETE('/auth/api-keys/{api_key_id}', { params: { path: { api_key_id } } });
