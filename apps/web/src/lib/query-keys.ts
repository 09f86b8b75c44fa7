// Names of cached server state, shared where one feature's change makes another's picture stale.
export type ResultFilter = 'all' | 'match' | 'review_required' | 'missing' | 'unclaimed' | 'unreadable';

export const queryKeys = {
  health: ['health'] as const,
  organization: ['organization'] as const,
  members: ['members'] as const,
  invitations: ['invitations'] as const,
  sessions: ['sessions'] as const,
  secondFactor: ['second-factor'] as const,
  apiKeys: ['api-keys'] as const,
  emergencyAccess: ['emergency-access'] as const,
  history: ['history'] as const,
  audit: ['audit'] as const,
  /** All of a job: progress, totals, rows. */
  ofJob: (jobId: string) => ['jobs', jobId] as const,
  job: (jobId: string) => ['jobs', jobId, 'progress'] as const,
  summary: (jobId: string) => ['jobs', jobId, 'summary'] as const,
  /** Every row that needs a person. */
  reviews: (jobId: string) => ['jobs', jobId, 'reviews'] as const,
  /** Pages of rows, of every filter and search. */
  pages: (jobId: string) => ['jobs', jobId, 'pages'] as const,
};
