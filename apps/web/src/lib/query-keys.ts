// Names of cached server state, shared where one feature's change makes another's picture stale.
export type ResultFilter =
  | 'all'
  | 'match'
  | 'review_required'
  | 'missing'
  | 'redeemed'
  | 'unclaimed'
  | 'unreadable'
  | 'disagreeing'
  | 'overdue'
  | 'expected';

export const queryKeys = {
  health: ['health'] as const,
  organization: ['organization'] as const,
  members: ['members'] as const,
  invitations: ['invitations'] as const,
  sessions: ['sessions'] as const,
  secondFactor: ['second-factor'] as const,
  apiKeys: ['api-keys'] as const,
  webhooks: ['webhooks'] as const,
  deliveries: (webhookId: string) => ['webhooks', webhookId, 'deliveries'] as const,
  features: ['features'] as const,
  modelVersions: ['model-versions'] as const,
  programRules: ['program-rules'] as const,
  periods: ['periods'] as const,
  reimbursements: ['reimbursements'] as const,
  aliases: ['aliases'] as const,
  emergencyAccess: ['emergency-access'] as const,
  history: ['history'] as const,
  audit: ['audit'] as const,
  /** All of every job. */
  jobs: ['jobs'] as const,
  /** All of a job: progress, totals, rows. */
  ofJob: (jobId: string) => ['jobs', jobId] as const,
  job: (jobId: string) => ['jobs', jobId, 'progress'] as const,
  summary: (jobId: string) => ['jobs', jobId, 'summary'] as const,
  /** Every row of one queue; of all queues where none is named. */
  queue: (jobId: string, ...queue: [ResultFilter] | []) => ['jobs', jobId, 'queue', ...queue] as const,
  queueSize: (jobId: string, queue: ResultFilter) => ['jobs', jobId, 'queue-size', queue] as const,
  /** POS rows found for a reward that has no sale yet. */
  salesOf: (jobId: string) => ['jobs', jobId, 'sales'] as const,
  sales: (jobId: string, search: string) => ['jobs', jobId, 'sales', search] as const,
  /** Pages of rows, of every filter and search. */
  pages: (jobId: string) => ['jobs', jobId, 'pages'] as const,
};
