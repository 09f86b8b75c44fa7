// The one client of the API. Its access token lives in memory; closing the tab forgets it.
import { createApiClient } from '@medspasync/api-client';
import { env } from '../config/env.ts';

export const API_URL = `${env.apiOrigin}/api/v1`;

/** Only one tab at a time may exchange the rotating refresh cookie. */
const REFRESH_LOCK = 'medspasync-refresh';

export const api = createApiClient({
  baseUrl: API_URL,
  // Web Locks exist in secure contexts only; elsewhere the server's grace period for a used cookie has to do.
  exclusively: (work) => (navigator.locks ? navigator.locks.request(REFRESH_LOCK, work) : work()),
});
