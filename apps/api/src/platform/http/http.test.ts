import type { Role } from '@medspasync/schemas';
import openapi from '../../generated/openapi.json' with { type: 'json' };
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';
import { currentEntityManager } from '../database/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization();
});
afterAll(() => app.close());

interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  protected: boolean;
  bodySchema: string | undefined;
}

const operations: Operation[] = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, { security?: object[]; requestBody?: object }>).map(
    ([method, operation]) => ({
      method: method as Operation['method'],
      path: path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000'),
      protected: (operation.security?.length ?? 0) > 0,
      bodySchema: /"application\/json":\{"schema":\{"\$ref":"#\/components\/schemas\/(\w+)"/.exec(
        JSON.stringify(operation.requestBody ?? {}),
      )?.[1],
    }),
  ),
);

const PUBLIC = [
  'GET /health',
  'GET /health/quick',
  'GET /status/public',
  'POST /auth/login',
  'POST /auth/refresh',
  'POST /auth/mfa/verify',
  'POST /auth/password/reset',
  'POST /contact',
  'POST /invitations/accept',
  'POST /invitations/open',
  'POST /monitoring/frontend-metrics',
];

const nameOf = ({ method, path }: Operation): string => `${method.toUpperCase()} ${path}`;

test('only the routes of the short list answer without a credential', async () => {
  for (const operation of operations.filter((candidate) => !PUBLIC.includes(nameOf(candidate)))) {
    const { status, body } = await app.http[operation.method](operation.path);
    expect([nameOf(operation), status, body.code]).toEqual([nameOf(operation), 401, 'auth.required']);
  }
});

test('a stranger is told to sign in before anything else is looked at', async () => {
  for (const operation of operations.filter(({ protected: isProtected }) => isProtected)) {
    for (const type of ['application/json', 'text/plain']) {
      const { status, body } = await app.http[operation.method](`${operation.path}?no_such=1&limit=x`)
        .set('Content-Type', type)
        .send(operation.method === 'get' ? '' : '{"half":');
      expect([nameOf(operation), type, status, body.code]).toEqual([
        nameOf(operation),
        type,
        401,
        'auth.required',
      ]);
    }
  }
});

test('a role that may not is told so before its query or body is looked at', async () => {
  const { body } = await app.http
    .post('/auth/api-keys?no_such=1')
    .set(spa.members.viewer.authorization)
    .send({ name: 7 })
    .expect(403);
  expect(body.code).toBe('auth.forbidden');
});

test('what a role may not do is in the audit log, with who tried', async () => {
  const { members, organizationId } = await app.createOrganization();
  await app.http.get('/auth/api-keys').set(members.viewer.authorization).expect(403);
  const events: { payload: string }[] = await app.platform.database.withinOrganization(organizationId, () =>
    currentEntityManager().query('SELECT payload FROM audit_events'),
  );
  expect(events.map(({ payload }) => JSON.parse(payload))).toEqual([
    expect.objectContaining({
      action: 'access.denied',
      actor: expect.objectContaining({ user_id: members.viewer.userId }),
      detail: { reason: 'auth.forbidden', missing: ['auth:manage'] },
    }),
  ]);
});

test('whoever is known and refused for another reason is in the audit log as well, also under a key', async () => {
  const { apiKey, members, organizationId } = await app.createOrganization();
  const { admin } = members;
  await app.http.get('/auth/api-keys').set('X-API-Key', apiKey).expect(401);
  const oneself = () =>
    app.http.post(`/organizations/current/members/${admin.userId}/password-reset`).set(admin.authorization);
  await oneself().expect(403);
  await oneself().set('Idempotency-Key', 'one').expect(403);
  const events: { payload: string }[] = await app.platform.database.withinOrganization(organizationId, () =>
    currentEntityManager().query('SELECT payload FROM audit_events ORDER BY seq'),
  );
  expect(
    events.map(({ payload }) => {
      const { action, detail } = JSON.parse(payload);
      return [action, detail];
    }),
  ).toEqual(
    ['auth.required', 'member.yourself', 'member.yourself'].map((reason) => ['access.denied', { reason }]),
  );
});

test('every route with a JSON body names what is wrong with it', async () => {
  for (const operation of operations.filter(({ bodySchema }) => bodySchema !== undefined)) {
    const { status, body } = await app.http[operation.method](operation.path)
      .set(spa.members.admin.authorization)
      .send({ unheard_of: true });
    expect([nameOf(operation), status, body.code]).toEqual([nameOf(operation), 422, 'request.invalid']);
    expect(body.errors).toContainEqual({ field: 'unheard_of', message: 'is not a known field' });
  }
});

test('a problem has all of its members and a content type with a charset', async () => {
  const response = await app.http.get('/nothing/here').expect(404);
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const { body } = response;
  expect(Object.keys(body).sort()).toEqual([
    'code',
    'detail',
    'instance',
    'request_id',
    'status',
    'title',
    'type',
  ]);
  expect(body).toMatchObject({
    code: 'route.unknown',
    status: 404,
    request_id: response.headers['x-request-id'],
  });
});

test.each([
  'post',
  'trace',
] as const)('a known address asked by %s names the method it has', async (method) => {
  const response = await app.http[method]('/api/v1/health').expect(405);
  expect(response.headers.allow).toBe('GET');
  expect(response.body.code).toBe('route.method-not-allowed');
});

describe('credentials', () => {
  const status = (headers: Record<string, string>) => app.http.get('/status').set(headers);

  test('an access token and an API key both open a route', async () => {
    await status(spa.members.viewer.authorization).expect(200);
    await status({ 'X-API-Key': spa.apiKey }).expect(200);
  });

  test.each([
    [{ Authorization: 'Bearer not.a.token' }],
    [{ 'X-API-Key': 'msk_0123' }],
    [{ 'X-API-Key': `msk_${'0'.repeat(32)}_${'a'.repeat(43)}` }],
  ])('%j is refused', async (headers) => {
    const { body } = await status(headers).expect(401);
    expect(body.code).toBe('auth.invalid-token');
  });

  test('a revoked session, a disabled person and an idle session are refused at once', async () => {
    const { organizationId, members } = await app.createOrganization();
    const change = (sql: string, id: string) =>
      app.platform.database.withinOrganization(organizationId, () => currentEntityManager().query(sql, [id]));
    await change('UPDATE sessions SET revoked_at = now() WHERE id = $1', members.admin.sessionId);
    await change('UPDATE users SET disabled_at = now() WHERE id = $1', members.manager.userId);
    await change(
      "UPDATE sessions SET last_seen_at = now() - interval '16 minutes' WHERE id = $1",
      members.viewer.sessionId,
    );
    for (const role of ['admin', 'manager', 'viewer'] satisfies Role[])
      await status(members[role].authorization).expect(401);
    await status(members.reviewer.authorization).expect(200);
  });

  test('a token of one organization says nothing in the name of another', async () => {
    const other = await app.createOrganization();
    const { userId, sessionId } = spa.members.admin;
    const crossed = await app.platform.tokens.sign({
      userId,
      sessionId,
      organizationId: other.organizationId,
    });
    await status({ Authorization: `Bearer ${crossed}` }).expect(401);
  });
});

describe('browsers', () => {
  test('of our origins may call with credentials', async () => {
    const { headers } = await app.http.get('/health').set('Origin', 'http://localhost:3000');
    expect(headers['access-control-allow-origin']).toBe('http://localhost:3000');
    expect(headers['access-control-allow-credentials']).toBe('true');
  });

  test('of any other origin get no permission', async () => {
    const { headers } = await app.http.get('/health').set('Origin', 'https://evil.test');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('are told not to frame, sniff, keep or downgrade', async () => {
    const { headers } = await app.http.get('/health');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
  });
});

test('an idle connection is kept longer than the minute a balancer before it keeps one', async () => {
  const { headers } = await fetch(`${app.url}/health`);
  expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
});

describe('documents', () => {
  test.each([
    '/docs/',
    '/redoc',
    '/redoc/redoc.standalone.js',
    '/openapi.json',
    '/api/v1/openapi.json',
  ])('%s is served', async (path) => {
    await app.http.get(path).expect(200);
  });

  test('a production without DOCS_ENABLED keeps them to itself', async () => {
    const production = await startTestApp({
      environment: {
        ENVIRONMENT: 'production',
        CORS_ORIGINS: 'https://app.spa.test',
        JWT_SECRET: 'q8Zt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oT',
        FERNET_KEYS: 'q8Zt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0a1=',
        AUDIT_KEYS: 'w3Lt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0b2=',
      },
    });
    await production.http.get('/openapi.json').expect(404);
    await production.close();
  });
});

describe('metrics', () => {
  test('count requests by route template, the same under both prefixes', async () => {
    await app.http.get('/health/quick').expect(200);
    await app.http.get('/api/v1/health/quick').expect(200);
    const { text } = await app.http.get('/metrics').expect(200);
    expect(text).toContain('http_requests_total{method="GET",route="/health/quick",status="200"} 2');
  });

  test('unknown addresses add one series, not one each', async () => {
    for (let turn = 0; turn < 5; turn += 1) await app.http.get(`/random/${turn}`).expect(404);
    const { text } = await app.http.get('/metrics').expect(200);
    expect(text).not.toContain('/random/');
    expect(text).toMatch(/http_requests_total\{method="GET",route="unmatched",status="404"\}/);
  });

  test('are closed to what comes through a proxy without the token', async () => {
    await app.http.get('/metrics').set('X-Forwarded-For', '203.0.113.9').expect(401);
  });
});
