// What an organization has turned on or off.
import { bodyOf } from '@medspasync/api-client';
import type { Feature, FeatureWire } from '@medspasync/schemas';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

const PATH = '/organizations/current/features';

export const useFeatures = () =>
  useQuery({
    queryKey: queryKeys.features,
    queryFn: async ({ signal }): Promise<FeatureWire[]> =>
      (await bodyOf(api.http.GET(PATH, { signal }))).features,
  });

/** `null` goes back to the default. The session learns of it too, so that what is off is not offered. */
export async function turnFeature(name: Feature, isOn: boolean | null): Promise<FeatureWire[]> {
  const { features } = await bodyOf(api.http.PATCH(PATH, { body: { [name]: isOn } }));
  await api.session.refresh();
  return features;
}
