// Every address of the app, named once. Addresses carry ids and never patient data.
export const paths = {
  home: '/',
  signIn: '/sign-in',
  /** The token is in the fragment, which no server sees. */
  acceptInvitation: '/accept-invitation',
  resetPassword: '/reset-password',
  newReconciliation: '/reconcile/new',
  history: '/history',
  months: '/months',
  reimbursements: '/reimbursements',
  audit: '/audit',
  job: (jobId: string) => `/jobs/${jobId}`,
  results: (jobId: string) => `/jobs/${jobId}/results`,
  review: (jobId: string) => `/jobs/${jobId}/review`,
  settings: '/settings',
  security: '/settings/security',
  members: '/settings/members',
  organization: '/settings/organization',
  apiKeys: '/settings/api-keys',
  programs: '/settings/programs',
  names: '/settings/names',
  model: '/settings/model',
  webhooks: '/settings/webhooks',
  emergencyAccess: '/settings/emergency-access',
} as const;

/** The same addresses as patterns for the router. */
export const patterns = {
  job: '/jobs/:jobId',
  results: '/jobs/:jobId/results',
  review: '/jobs/:jobId/review',
} as const;

/** Served by the local servers of the sandbox build only (vite/sandbox-credentials.ts). */
export const SANDBOX_CREDENTIALS_URL = '/sandbox-credentials.json';
