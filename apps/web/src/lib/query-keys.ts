// Names of cached server state, shared where one feature's change makes another's picture stale.
import type { UploadSide } from '@medspasync/schemas';

export type ResultFilter = 'all' | 'match' | 'review_required' | 'missing' | 'unclaimed';

export const queryKeys = {
  health: ['health'] as const,
  organization: ['organization'] as const,
  history: ['history'] as const,
  job: (jobId: string) => ['jobs', jobId] as const,
  summary: (jobId: string) => ['jobs', jobId, 'summary'] as const,
  results: (jobId: string) => ['jobs', jobId, 'results'] as const,
  resultsOf: (jobId: string, filter: ResultFilter) => ['jobs', jobId, 'results', filter] as const,
  upload: (side: UploadSide) => ['upload', side] as const,
};
