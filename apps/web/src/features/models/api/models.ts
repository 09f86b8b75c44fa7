// The models an organization has taught, and the one the release ships with.
import { bodyOf } from '@medspasync/api-client';
import {
  type ModelVersionsWire,
  type Promote,
  type TrainResponseWire,
  VALIDATION_SPLIT,
} from '@medspasync/schemas';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export const useModelVersions = () =>
  useQuery({
    queryKey: queryKeys.modelVersions,
    queryFn: ({ signal }): Promise<ModelVersionsWire> => bodyOf(api.http.GET('/model/versions', { signal })),
  });

/** Learns from the decisions that stand in this organization. */
export const trainFromDecisions = (promote: Promote): Promise<TrainResponseWire> =>
  bodyOf(
    api.http.POST('/model/train', {
      body: { training_data: [], include_decisions: true, validation_split: VALIDATION_SPLIT.usual, promote },
    }),
  );

export const promoteModel = (version: string): Promise<ModelVersionsWire> =>
  bodyOf(api.http.POST('/model/versions/{version}/promote', { params: { path: { version } } }));
