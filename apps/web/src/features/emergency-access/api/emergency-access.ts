// Emergency access: opened, given back, reviewed.
import { bodyOf } from '@medspasync/api-client';
import type { BreakGlassWire, OpenBreakGlassRequestWire } from '@medspasync/schemas';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export const useEmergencyAccesses = () =>
  useQuery({
    queryKey: queryKeys.emergencyAccess,
    queryFn: async ({ signal }): Promise<BreakGlassWire[]> =>
      (await bodyOf(api.http.GET('/auth/break-glass', { signal }))).break_glasses,
  });

/** What one may do changes with it, so the session is asked for anew. */
export async function openAccess(body: OpenBreakGlassRequestWire): Promise<void> {
  await api.http.POST('/auth/break-glass', { body });
  await api.session.refresh();
}

const one = (break_glass_id: string) => ({ params: { path: { break_glass_id } } });

export async function giveBack(id: string): Promise<void> {
  await api.http.DELETE('/auth/break-glass/{break_glass_id}', one(id));
  await api.session.refresh();
}

export const reviewAccess = (id: string, note: string) =>
  api.http.POST('/auth/break-glass/{break_glass_id}/review', { ...one(id), body: { note } });
