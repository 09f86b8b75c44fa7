// The one client of the API. Its access token lives in memory; closing the tab forgets it.
import { createApiClient } from '@medspasync/api-client';
import { env } from '../config/env.ts';
import { isAtWork } from './idle/last-input.ts';

export const API_URL = `${env.apiOrigin}/api/v1`;

/** Only one tab at a time may exchange the rotating refresh cookie. */
const REFRESH_LOCK = 'medspasync-refresh';

/** Not the session, only that there was one: `cookieHint` of api-client. */
const SIGNED_IN_KEY = 'signed-in';

const cookieHint = {
  read: (): boolean => {
    try {
      return localStorage.getItem(SIGNED_IN_KEY) !== null;
    } catch {
      return true;
    }
  },
  write: (mayBeThere: boolean): void => {
    try {
      if (mayBeThere) localStorage.setItem(SIGNED_IN_KEY, '1');
      else localStorage.removeItem(SIGNED_IN_KEY);
    } catch {
      // Storage is blocked: the cookie is simply asked for on every visit.
    }
  },
};

export const api = createApiClient({
  baseUrl: API_URL,
  // Web Locks exist in secure contexts only; elsewhere the server's grace period for a used cookie has to do.
  cookieHint,
  exclusively: (work) => (navigator.locks ? navigator.locks.request(REFRESH_LOCK, work) : work()),
});

// What the app asks by itself, as polling does, keeps no session alive.
api.http.use({
  onRequest({ request }) {
    if (!isAtWork()) request.headers.set('X-Background', 'true');
  },
});

// Another tab has signed out: the cookie is asked whether that holds here, too.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key !== SIGNED_IN_KEY || newValue !== null || api.session.state().status !== 'signed-in') return;
  void api.session.refresh().catch(() => undefined);
});
