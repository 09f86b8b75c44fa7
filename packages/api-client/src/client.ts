// The thin wrapper: typed calls that carry the session's token and fail with an `ApiProblem`.
import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './generated/openapi.ts';
import { ApiProblem, problemOf } from './problem.ts';
import { createSession, type Session, type SessionOptions } from './session.ts';

export interface ApiClient {
  /** Calls by path: `(await http.GET('/reconcile/jobs/{job_id}', { params })).data`. */
  http: Client<paths>;
  session: Session;
}

/** A client for one API. Every rejected call rejects with an `ApiProblem`, or `AbortError` when aborted. */
export function createApiClient(options: SessionOptions): ApiClient {
  const session = createSession(options);
  const send = options.fetch ?? ((input: Request) => fetch(input));
  const http = createFetchClient<paths>({
    baseUrl: options.baseUrl,
    credentials: 'include',
    fetch: (request) =>
      session.authorized(async (accessToken) => {
        // A body can be read once, and a request may be sent twice.
        const attempt = request.clone();
        if (accessToken) attempt.headers.set('Authorization', `Bearer ${accessToken}`);
        try {
          return await send(attempt);
        } catch (error) {
          if (request.signal.aborted) throw error;
          throw ApiProblem.unreachable();
        }
      }),
  });
  http.use({
    async onResponse({ response }) {
      if (!response.ok) throw problemOf(response.status, await response.text());
    },
  });
  return { http, session };
}

/** The body of a successful call; a failed one has thrown before. */
export async function bodyOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw new ApiProblem({ status: 200, title: 'The server answered without a body' });
  return data;
}
