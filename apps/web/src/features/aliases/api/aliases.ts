// The alias book: names a person said belong together.
import { bodyOf } from '@medspasync/api-client';
import type { AddAliasRequestWire, AliasesWire, AliasWire } from '@medspasync/schemas';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export const ALIASES_PER_PAGE = 50;

export const useAliases = (page: number) =>
  useQuery({
    queryKey: [...queryKeys.aliases, page],
    queryFn: ({ signal }): Promise<AliasesWire> =>
      bodyOf(api.http.GET('/aliases', { params: { query: { page, limit: ALIASES_PER_PAGE } }, signal })),
    placeholderData: keepPreviousData,
  });

export const addAlias = (body: AddAliasRequestWire): Promise<AliasWire> =>
  bodyOf(api.http.POST('/aliases', { body }));

export const removeAlias = (alias_id: string) =>
  api.http.DELETE('/aliases/{alias_id}', { params: { path: { alias_id } } });
