// Who is signed in. The access token lives in this closure and nowhere else; the refresh token is the
// browser's HttpOnly cookie, which no script can read.
import type { SecondFactorChallengeWire, SessionUserWire, TokenResponseWire } from '@medspasync/schemas';
import { ApiProblem, problemOf } from './problem.ts';

export type SessionState =
  | { status: 'restoring' }
  | { status: 'signed-out'; expired: boolean }
  | { status: 'signed-in'; user: SessionUserWire };

export interface Session {
  state(): SessionState;
  /** Calls `listener` after every change of state; returns how to stop. */
  subscribe(listener: () => void): () => void;
  accessToken(): string | undefined;
  /** Undefined once signed in; where the account has a second factor, the challenge to prove it. */
  signIn(email: string, password: string): Promise<SecondFactorChallengeWire | undefined>;
  /** The second step: a code of the app, or a recovery code. */
  proveSecondFactor(challenge: SecondFactorChallengeWire, code: string): Promise<void>;
  /** Asks the refresh cookie who was signed in, on a page's first load. */
  restore(): Promise<void>;
  signOut(): Promise<void>;
  /** Signed out at once, whether or not the server can be told: for a screen that nobody looks at any more. */
  expire(): Promise<void>;
  /** A new access token; false when the session is over. Callers at the same time share one request. */
  refresh(): Promise<boolean>;
  /** Sends with the token; on 401 refreshes and sends once more. */
  authorized<T extends { status: number }>(send: (accessToken: string | undefined) => Promise<T>): Promise<T>;
}

export interface SessionOptions {
  /** Origin and prefix of the API, such as `http://localhost:8000/api/v1`. */
  baseUrl: string;
  fetch?: typeof fetch;
  /** Runs work while no other tab does: two tabs must not spend one rotating refresh cookie. */
  exclusively?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Remembers whether a refresh cookie may be there, to spare a first visit a refusal. Without it: always ask. */
  cookieHint?: { read: () => boolean; write: (mayBeThere: boolean) => void };
}

export function createSession(options: SessionOptions): Session {
  const {
    baseUrl,
    fetch: send = (input, init) => fetch(input, init),
    exclusively = (work) => work(),
    cookieHint,
  } = options;
  const listeners = new Set<() => void>();
  let state: SessionState = { status: 'restoring' };
  let token: string | undefined;
  let refreshing: Promise<boolean> | undefined;

  function enter(next: SessionState, nextToken?: string): void {
    state = next;
    token = nextToken;
    cookieHint?.write(next.status === 'signed-in');
    for (const listener of listeners) listener();
  }

  async function post(path: string, body: object): Promise<Response> {
    try {
      return await send(`${baseUrl}${path}`, {
        method: 'POST',
        credentials: 'include',
        headers: {
          'Content-Type': 'application/json',
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
      });
    } catch {
      throw ApiProblem.unreachable();
    }
  }

  async function granted(path: string, body: object): Promise<TokenResponseWire | SecondFactorChallengeWire> {
    const response = await post(path, body);
    if (!response.ok) throw problemOf(response.status, await response.text());
    return (await response.json()) as TokenResponseWire | SecondFactorChallengeWire;
  }

  function admit(grant: TokenResponseWire): void {
    enter({ status: 'signed-in', user: grant.user }, grant.access_token);
  }

  async function exchangeCookie(): Promise<boolean> {
    const wasSignedOut = state.status === 'signed-out';
    const response = await post('/auth/refresh', {});
    // Signed out while this was on its way: whatever the answer, nobody is let in again.
    if (!wasSignedOut && state.status === 'signed-out') return false;
    if (response.ok) {
      admit((await response.json()) as TokenResponseWire);
      return true;
    }
    if (response.status !== 401 && response.status !== 403) {
      throw problemOf(response.status, await response.text());
    }
    enter({ status: 'signed-out', expired: state.status === 'signed-in' });
    return false;
  }

  function refresh(): Promise<boolean> {
    refreshing ??= exclusively(exchangeCookie).finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    accessToken: () => token,
    refresh,

    async signIn(email, password) {
      const outcome = await granted('/auth/login', { email, password });
      if ('mfa_required' in outcome) return outcome;
      admit(outcome);
      return undefined;
    },

    async proveSecondFactor({ challenge_token }, code) {
      admit((await granted('/auth/mfa/verify', { challenge_token, code })) as TokenResponseWire);
    },

    async restore() {
      if (cookieHint && !cookieHint.read()) return enter({ status: 'signed-out', expired: false });
      try {
        await refresh();
      } catch {
        // The server is away: show the sign-in page, whose own attempt will say so. The cookie may still be good.
        enter({ status: 'signed-out', expired: false });
        cookieHint?.write(true);
      }
    },

    async signOut() {
      const response = await post('/auth/logout', {});
      // 401 means that there was no session left to end.
      if (!response.ok && response.status !== 401) throw problemOf(response.status, await response.text());
      enter({ status: 'signed-out', expired: false });
    },

    async expire() {
      const ending = post('/auth/logout', {});
      enter({ status: 'signed-out', expired: true });
      // Unheard, the session ends by the server's own limit.
      await ending.catch(() => undefined);
    },

    async authorized(sendWith) {
      const used = token;
      const response = await sendWith(used);
      if (response.status !== 401) return response;
      const renewed = token !== used || (state.status !== 'signed-out' && (await refresh()));
      return renewed && token ? sendWith(token) : response;
    },
  };
}
