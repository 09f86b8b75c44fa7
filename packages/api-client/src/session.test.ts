// Signing in, staying signed in, and what happens when a token runs out in the middle of work.
import { jest } from '@jest/globals';
import { ApiProblem, createApiClient } from './index.ts';

const USER = {
  user_id: '6f1c7a52-94a3-4d19-9a51-6f6a0d1f5e10',
  email: 'maria@example.com',
  display_name: 'Maria',
  role: 'reviewer',
  organization_id: '0d4f6d0a-2b39-4a0e-93a5-7f2f7c6c3b01',
  organization_name: 'Harbor Aesthetics',
  permissions: [],
};

const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** A server that knows one valid token at a time; each refresh replaces it, unless the session was revoked. */
function serve() {
  const calls: string[] = [];
  const server = { valid: 'token-1', issued: 1, revoked: false, calls };
  const respond = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname;
    calls.push(path);
    if (path === '/auth/login' || path === '/auth/refresh') {
      // A turn of the loop, as a network takes: callers at the same time really overlap.
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (server.revoked) return json(401, { title: 'Signed out', status: 401, code: 'auth.expired' });
      server.issued += 1;
      server.valid = `token-${server.issued}`;
      return json(200, { access_token: server.valid, token_type: 'Bearer', expires_in: 600, user: USER });
    }
    if (request.headers.get('Authorization') !== `Bearer ${server.valid}`) {
      return json(401, { title: 'Token expired', status: 401, code: 'auth.token' });
    }
    if (request.method === 'POST') return json(202, { echoed: await request.json() });
    return json(200, { jobs: [], total_returned: 0 });
  };
  return { server, send: jest.fn(respond) as unknown as typeof fetch };
}

async function signedIn() {
  const { server, send } = serve();
  const api = createApiClient({ baseUrl: 'http://api.test', fetch: send });
  await api.session.signIn('maria@example.com', 'correct horse battery');
  server.calls.length = 0;
  return { api, server };
}

test('an account with a second factor is signed in by the second step, not by the first', async () => {
  const challenge = { mfa_required: true, challenge_token: 'a challenge', expires_in: 300 };
  const bodies: unknown[] = [];
  const api = createApiClient({
    baseUrl: 'http://api.test',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      bodies.push(await request.json());
      if (request.url.endsWith('/auth/login')) return json(200, challenge);
      return json(200, { access_token: 'token', token_type: 'Bearer', expires_in: 600, user: USER });
    },
  });
  const given = await api.session.signIn('maria@example.com', 'correct horse battery');
  expect(given).toEqual(challenge);
  expect(api.session.accessToken()).toBeUndefined();
  await api.session.proveSecondFactor(given!, '123456');
  expect(bodies[1]).toEqual({ challenge_token: 'a challenge', code: '123456' });
  expect(api.session.state()).toEqual({ status: 'signed-in', user: USER });
});

test('an expired token is renewed once for all calls that meet it together, and each call succeeds', async () => {
  const { api, server } = await signedIn();
  server.valid = 'something newer';
  const answers = await Promise.all(Array.from({ length: 5 }, () => api.http.GET('/reconcile/history')));
  expect(answers.map((answer) => answer.response.status)).toEqual([200, 200, 200, 200, 200]);
  expect(server.calls.filter((path) => path === '/auth/refresh')).toHaveLength(1);
});

test('a call with a body is sent again whole after the renewal', async () => {
  const { api, server } = await signedIn();
  server.valid = 'something newer';
  const { data } = await api.http.POST('/reconcile/start', {
    body: { reward_upload_id: 'r', pos_upload_id: 'p', threshold: 0.9 },
  });
  expect(data).toEqual({ echoed: { reward_upload_id: 'r', pos_upload_id: 'p', threshold: 0.9 } });
});

test('a revoked session signs the user out and says that it expired', async () => {
  const { api, server } = await signedIn();
  server.valid = 'something newer';
  server.revoked = true;
  await expect(api.http.GET('/reconcile/history')).rejects.toMatchObject({ status: 401, code: 'auth.token' });
  expect(api.session.state()).toEqual({ status: 'signed-out', expired: true });
  expect(api.session.accessToken()).toBeUndefined();
});

test('an expired session is signed out here at once, and at the server as soon as that hears of it', async () => {
  const { api, server } = await signedIn();
  const ended = api.session.expire();
  expect(api.session.state()).toEqual({ status: 'signed-out', expired: true });
  expect(api.session.accessToken()).toBeUndefined();
  await ended;
  expect(server.calls).toEqual(['/auth/logout']);
});

test('a renewal that was on its way when the session expired lets nobody in again', async () => {
  const { api } = await signedIn();
  const renewal = api.session.refresh();
  await api.session.expire();
  await expect(renewal).resolves.toBe(false);
  expect(api.session.state()).toEqual({ status: 'signed-out', expired: true });
  expect(api.session.accessToken()).toBeUndefined();
});

test('a call that comes back refused after the session expired asks for no renewal', async () => {
  const { api, server } = await signedIn();
  const call = api.session.authorized(async () => {
    await api.session.expire();
    return { status: 401 };
  });
  await expect(call).resolves.toEqual({ status: 401 });
  expect(server.calls).toEqual(['/auth/logout']);
});

test('a second refusal after a renewal is handed to the caller instead of looping', async () => {
  const { api, server } = await signedIn();
  const refusing = async (): Promise<{ status: number }> => ({ status: 401 });
  await expect(api.session.authorized(refusing)).resolves.toEqual({ status: 401 });
  expect(server.calls).toEqual(['/auth/refresh']);
});

test('a network that does not answer keeps the session and is told apart from a refusal', async () => {
  const { api } = await signedIn();
  const offline = createApiClient({
    baseUrl: 'http://api.test',
    fetch: () => Promise.reject(new TypeError('fetch failed')),
  });
  await expect(offline.http.GET('/reconcile/history')).rejects.toMatchObject({ code: 'network.unreachable' });
  expect(api.session.state().status).toBe('signed-in');
});

test('a problem document keeps its code and every field error', async () => {
  const errors = [
    { field: 'row 3, column Amount', message: 'not an amount' },
    { field: 'row 9, column Date', message: 'not a date' },
  ];
  const api = createApiClient({
    baseUrl: 'http://api.test',
    fetch: async () => json(422, { title: 'Unreadable', status: 422, code: 'upload.invalid', errors }),
  });
  const problem = await api.http.GET('/reconcile/history').then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({ status: 422, code: 'upload.invalid', errors });
});

test('an answer that is no problem document still becomes one, by its status', async () => {
  const api = createApiClient({
    baseUrl: 'http://api.test',
    fetch: async () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
  });
  await expect(api.http.GET('/reconcile/history')).rejects.toMatchObject({ status: 502, code: 'http.502' });
});

test('a page opened without a session ends up signed out, not expired', async () => {
  const { server, send } = serve();
  server.revoked = true;
  const api = createApiClient({ baseUrl: 'http://api.test', fetch: send });
  const states: string[] = [];
  api.session.subscribe(() => states.push(api.session.state().status));
  await api.session.restore();
  expect(states).toEqual(['signed-out']);
  expect(api.session.state()).toEqual({ status: 'signed-out', expired: false });
});

test('a browser that never signed in asks for nothing', async () => {
  const { server, send } = serve();
  let hint = false;
  const cookieHint = {
    read: () => hint,
    write: (mayBeThere: boolean) => {
      hint = mayBeThere;
    },
  };
  const api = createApiClient({ baseUrl: 'http://api.test', fetch: send, cookieHint });
  await api.session.restore();
  expect(api.session.state().status).toBe('signed-out');
  expect(server.calls).toEqual([]);

  await api.session.signIn('maria@example.com', 'correct horse battery');
  const reloaded = createApiClient({ baseUrl: 'http://api.test', fetch: send, cookieHint });
  await reloaded.session.restore();
  expect(reloaded.session.state().status).toBe('signed-in');
});
