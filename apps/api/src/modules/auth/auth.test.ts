import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../platform/crypto/index.ts';
import { currentEntityManager } from '../../platform/database/index.ts';
import { insert, startTestApp, type TestApp } from '../../testing/index.ts';

const PASSWORD = 'violet-harbor-under-seven-lamps';
const COOKIE = 'medspasync_refresh_3000';
const FIREFOX = 'Mozilla/5.0 Firefox';

let app: TestApp;
let passwordHash: string;
beforeAll(async () => {
  app = await startTestApp();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => app.close());

/** A reviewer with a password, in an organization of their own. */
async function addPerson() {
  const [organizationId, userId] = [randomUUID(), randomUUID()];
  const email = `maria.${userId}@spa.test`;
  await app.platform.database.withinOrganization(organizationId, async () => {
    await insert('organizations', { id: organizationId, name: 'Harbor Aesthetics' });
    await insert('memberships', { organization_id: organizationId, user_id: userId, role: 'reviewer' });
    await insert('users', { id: userId, email, display_name: 'Maria', password_hash: passwordHash });
  });
  const change = (sql: string) =>
    app.platform.database.withinOrganization(organizationId, () => currentEntityManager().query(sql));
  return { email, userId, organizationId, change };
}

const login = (email: string, password = PASSWORD, origin = 'http://localhost:3000') =>
  app.http.post('/auth/login').set('User-Agent', FIREFOX).set('Origin', origin).send({ email, password });

const refresh = (token: string, userAgent = FIREFOX) =>
  app.http
    .post('/auth/refresh')
    .set('Cookie', `${COOKIE}=${token}`)
    .set('User-Agent', userAgent)
    .set('Origin', 'http://localhost:3000');

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

const cookieOf = (response: { headers: Record<string, unknown> }): string =>
  (response.headers['set-cookie'] as string[])[0]!;
const tokenOf = (response: { headers: Record<string, unknown> }): string =>
  /=([^;]*)/.exec(cookieOf(response))![1]!;

async function signedIn() {
  const person = await addPerson();
  const response = await login(person.email).expect(200);
  return { ...person, accessToken: response.body.access_token as string, refreshToken: tokenOf(response) };
}

describe('signing in', () => {
  test('gives an access token, who signed in, and a cookie no script can read', async () => {
    const { email, userId, organizationId } = await addPerson();
    const response = await login(email.toUpperCase()).expect(200);
    expect(response.body).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
    expect(response.body.user).toMatchObject({
      user_id: userId,
      email,
      display_name: 'Maria',
      role: 'reviewer',
      organization_id: organizationId,
      organization_name: 'Harbor Aesthetics',
    });
    expect(response.body.user.permissions).toContain('reconciliation:decide');
    expect(cookieOf(response)).toMatch(
      /^medspasync_refresh_3000=\S+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43\d{3}$/,
    );
    const session = await app.http.get('/auth/session').set(bearer(response.body.access_token)).expect(200);
    expect(session.body).toEqual(response.body.user);
  });

  test('outside development binds the cookie to this host over TLS', async () => {
    const staging = await startTestApp({ environment: { ENVIRONMENT: 'staging' } });
    const organizationId = randomUUID();
    await staging.container.services.organizations.create({
      organizationId,
      name: 'Harbor',
      locations: [],
      members: [{ email: 'a@spa.test', displayName: 'A', role: 'admin', password: PASSWORD }],
    });
    const credentials = { email: 'a@spa.test', password: PASSWORD };
    const response = await staging.http
      .post('/auth/login')
      .set('X-Requested-With', 'test')
      .send(credentials)
      .expect(200);
    expect(cookieOf(response)).toMatch(/^__Host-medspasync_refresh=\S+; Path=\/; HttpOnly; .*; Secure$/);
    await staging.close();
  });

  test('answers an unknown, a disabled and a locked account exactly as a wrong password', async () => {
    const [known, disabled, locked] = [await addPerson(), await addPerson(), await addPerson()];
    await disabled.change('UPDATE users SET disabled_at = now()');
    await locked.change("UPDATE users SET locked_until = now() + interval '1 hour'");
    const answers = [
      await login(known.email, 'not the password'),
      await login('nobody@spa.test'),
      await login(disabled.email),
      await login(locked.email),
    ];
    const [first, ...others] = answers.map(({ status, body }) => {
      const { instance: _instance, request_id: _requestId, ...said } = body;
      return { status, said };
    });
    expect(first).toMatchObject({ status: 401, said: { code: 'auth.sign-in-refused' } });
    for (const other of others) expect(other).toEqual(first);
  });

  test('counts wrong passwords in a row, locks after the hundredth, and forgets them at the right one', async () => {
    const { email, change } = await addPerson();
    const state = async () => (await change('SELECT failed_sign_ins, locked_until FROM users'))[0];
    await login(email, 'wrong').expect(401);
    await login(email, 'wrong').expect(401);
    expect(await state()).toEqual({ failed_sign_ins: 2, locked_until: null });
    await login(email).expect(200);
    expect(await state()).toEqual({ failed_sign_ins: 0, locked_until: null });
    await change('UPDATE users SET failed_sign_ins = 99');
    await login(email, 'wrong').expect(401);
    expect((await state()).locked_until).toBeInstanceOf(Date);
    await login(email).expect(401);
  });

  test('names every invalid field', async () => {
    const { body } = await app.http
      .post('/auth/login')
      .send({ email: 'no address', role: 'admin' })
      .expect(422);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'email',
      'password',
      'role',
    ]);
  });

  test('from a foreign page is refused', async () => {
    const { email } = await addPerson();
    const { body } = await login(email).set('Origin', 'https://evil.test').expect(403);
    expect(body.code).toBe('auth.origin-refused');
  });
});

describe('guessing', () => {
  test('one account is slowed down, known or not, whichever address it comes from', async () => {
    const slow = await startTestApp({ environment: { TRUST_PROXY: '1' } });
    const guessFrom = (address: string) =>
      slow.http
        .post('/auth/login')
        .set('X-Forwarded-For', address)
        .send({ email: 'nobody@spa.test', password: 'guess' });
    for (let turn = 0; turn < 10; turn += 1) await guessFrom(`203.0.113.${turn}`).expect(401);
    const { headers, body } = await guessFrom('203.0.113.99').expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(60);
    expect(headers['ratelimit-policy']).toContain('"login-account";q=10;w=900');
    expect(body).toMatchObject({
      code: 'request.rate-limited',
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      'violated-policies': ['login-account'],
    });
    await slow.close();
  });

  test('one address is slowed down, while who succeeds is not counted', async () => {
    const slow = await startTestApp();
    const members = [{ email: 'a@spa.test', displayName: 'A', role: 'admin' as const, password: PASSWORD }];
    await slow.container.services.organizations.create({ name: 'Harbor', locations: [], members });
    const attempt = (email: string, password: string) =>
      slow.http.post('/auth/login').send({ email, password });
    for (let turn = 0; turn < 12; turn += 1) await attempt('a@spa.test', PASSWORD).expect(200);
    for (let turn = 0; turn < 10; turn += 1) await attempt(`b${turn}@spa.test`, 'guess').expect(401);
    const { headers } = await attempt('c@spa.test', 'guess').expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await slow.close();
  });
});

describe('refreshing', () => {
  test('spends the token and gives the next one', async () => {
    const { refreshToken, accessToken } = await signedIn();
    const response = await refresh(refreshToken).expect(200);
    expect(tokenOf(response)).not.toBe(refreshToken);
    await app.http.get('/auth/session').set(bearer(accessToken)).expect(200);
    await app.http.get('/auth/session').set(bearer(response.body.access_token)).expect(200);
    await refresh(tokenOf(response)).expect(200);
  });

  test('by two tabs at once gives both the same successor', async () => {
    const { refreshToken } = await signedIn();
    const [one, two] = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(tokenOf(one)).toBe(tokenOf(two));
    await refresh(tokenOf(one)).expect(200);
  });

  test('with a token spent a while ago ends the whole session: somebody has copied it', async () => {
    const { refreshToken, change } = await signedIn();
    const next = await refresh(refreshToken).expect(200);
    await change(
      "UPDATE refresh_tokens SET used_at = now() - interval '11 seconds' WHERE used_at IS NOT NULL",
    );
    const { body } = await refresh(refreshToken).expect(401);
    expect(body.code).toBe('auth.session-ended');
    await refresh(tokenOf(next)).expect(401);
    await app.http.get('/auth/session').set(bearer(next.body.access_token)).expect(401);
  });

  test('with a token another client has just spent ends the whole session', async () => {
    const { refreshToken } = await signedIn();
    const next = await refresh(refreshToken).expect(200);
    await refresh(refreshToken, 'curl/8').expect(401);
    await refresh(tokenOf(next)).expect(401);
  });

  test.each([
    ['unused for too long', "UPDATE sessions SET last_seen_at = now() - interval '16 minutes'"],
    ['open for longer than a working day', 'UPDATE sessions SET expires_at = now()'],
    ['of a disabled person', 'UPDATE users SET disabled_at = now()'],
  ])('a session %s is refused, and so is its access token', async (_, sql) => {
    const { refreshToken, accessToken, change } = await signedIn();
    await change(sql);
    await refresh(refreshToken).expect(401);
    await app.http.get('/auth/session').set(bearer(accessToken)).expect(401);
  });

  test('and polling keep no session alive that nobody uses; a request that somebody makes does', async () => {
    const { refreshToken, accessToken, change } = await signedIn();
    await change("UPDATE sessions SET last_seen_at = now() - interval '14 minutes'");
    const get = () => app.http.get('/auth/session').set(bearer(accessToken));
    const minutesAgo = async () => {
      const sql = 'SELECT extract(epoch FROM now() - last_seen_at)::float8 / 60 AS minutes FROM sessions';
      return Math.round((await change(sql))[0].minutes);
    };
    await get().set('X-Background', 'true').expect(200);
    await refresh(refreshToken).expect(200);
    expect(await minutesAgo()).toBe(14);
    await get().expect(200);
    expect(await minutesAgo()).toBe(0);
  });

  test('without a cookie, or with a made-up one, answers 401', async () => {
    await app.http.post('/auth/refresh').send({}).expect(401);
    await refresh('garbage').expect(401);
    await refresh(`${randomUUID()}.${'a'.repeat(43)}`).expect(401);
  });

  test('from a foreign page, or by what could be a form, is refused', async () => {
    const { refreshToken } = await signedIn();
    await refresh(refreshToken).set('Origin', 'https://evil.test').expect(403);
    await refresh(refreshToken).set('Origin', 'null').expect(403);
    await app.http.post('/auth/refresh').set('Cookie', `${COOKIE}=${refreshToken}`).expect(403);
  });
});

test('the web app and the sandbox on two ports of one host do not sign each other out', async () => {
  const [member, visitor] = [await addPerson(), await addPerson()];
  const ofWebApp = await login(member.email).expect(200);
  const ofSandbox = await login(visitor.email, PASSWORD, 'http://localhost:3001').expect(200);
  // One host: the browser sends the cookies of both ports with every request.
  const jar = [ofWebApp, ofSandbox].map((response) => cookieOf(response).split(';')[0]).join('; ');
  for (const [origin, email] of [
    ['http://localhost:3000', member.email],
    ['http://localhost:3001', visitor.email],
  ]) {
    const { body } = await app.http
      .post('/auth/refresh')
      .set({ Cookie: jar, Origin: origin, 'User-Agent': FIREFOX })
      .expect(200);
    expect(body.user.email).toBe(email);
  }
});

describe('signing out', () => {
  test('ends the session at once and takes the cookie away', async () => {
    const { refreshToken, accessToken } = await signedIn();
    const response = await app.http
      .post('/auth/logout')
      .set(bearer(accessToken))
      .set('Origin', 'http://localhost:3000')
      .expect(204);
    expect(cookieOf(response)).toContain(`${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`);
    await app.http.get('/auth/session').set(bearer(accessToken)).expect(401);
    await refresh(refreshToken).expect(401);
  });

  test('ends the session of the access token, whatever cookie comes with it', async () => {
    for (const cookie of [`${randomUUID()}.${'x'.repeat(43)}`, 'no token at all']) {
      const { refreshToken, accessToken } = await signedIn();
      await app.http
        .post('/auth/logout')
        .set('Cookie', `${COOKIE}=${cookie}`)
        .set('Origin', 'http://localhost:3000')
        .set(bearer(accessToken))
        .expect(204);
      await app.http.get('/auth/session').set(bearer(accessToken)).expect(401);
      await refresh(refreshToken).expect(401);
    }
  });

  test('ends both sessions where cookie and access token are of two', async () => {
    const [one, two] = [await signedIn(), await signedIn()];
    await app.http
      .post('/auth/logout')
      .set('Cookie', `${COOKIE}=${one.refreshToken}`)
      .set('Origin', 'http://localhost:3000')
      .set(bearer(two.accessToken))
      .expect(204);
    for (const { accessToken } of [one, two])
      await app.http.get('/auth/session').set(bearer(accessToken)).expect(401);
  });

  test('works by the cookie alone, when the access token has run out', async () => {
    const { refreshToken, accessToken } = await signedIn();
    await app.http
      .post('/auth/logout')
      .set('Cookie', `${COOKIE}=${refreshToken}`)
      .set('Origin', 'http://localhost:3000')
      .set(bearer('run.out.token'))
      .send({})
      .expect(204);
    await app.http.get('/auth/session').set(bearer(accessToken)).expect(401);
  });
});

describe('changing the password', () => {
  const change = (token: string, current_password: string, new_password: string) =>
    app.http.post('/auth/password').set(bearer(token)).send({ current_password, new_password });
  const fieldsOf = (body: { errors: { field: string }[] }) => body.errors.map(({ field }) => field);

  test('ends every other session and lets only the new one in', async () => {
    const { email, accessToken } = await signedIn();
    const other = await login(email).expect(200);
    await change(accessToken, PASSWORD, 'seven-otters-in-a-quiet-canal').expect(204);
    await app.http.get('/auth/session').set(bearer(accessToken)).expect(200);
    await app.http.get('/auth/session').set(bearer(other.body.access_token)).expect(401);
    await login(email).expect(401);
    await login(email, 'seven-otters-in-a-quiet-canal').expect(200);
  });

  test('needs the present one', async () => {
    const { accessToken } = await signedIn();
    const { body } = await change(accessToken, 'a guess', 'seven-otters-in-a-quiet-canal').expect(422);
    expect(fieldsOf(body)).toEqual(['current_password']);
  });

  test.each([
    ['14 characters', 'kX9$vTq2!mZp7L', 'at least 15'],
    ['a password of the lists', 'password1234567', 'tried first'],
    ['the own name', 'harbor-aesthetics-1', 'tried first'],
    ['129 characters', `violet${'kX9$vT!mZpq'.repeat(12)}`.slice(0, 129), '128'],
  ])('to %s is refused and says why', async (_, password, reason) => {
    const { accessToken } = await signedIn();
    const { body } = await change(accessToken, PASSWORD, password).expect(422);
    expect(fieldsOf(body)).toEqual(['new_password']);
    expect(body.errors[0].message).toContain(reason);
  });

  test('to 15 characters, or to 64 emoji, is fine', async () => {
    const { email, accessToken } = await signedIn();
    await change(accessToken, PASSWORD, 'kX9$vTq2!mZp7Lw').expect(204);
    const emoji = Array.from({ length: 64 }, (_, turn) => String.fromCodePoint(0x1f600 + turn)).join('');
    await change(accessToken, 'kX9$vTq2!mZp7Lw', emoji).expect(204);
    await login(email, emoji).expect(200);
  });
});

test('a person sees where they are signed in and ends one of the sessions, never somebody else’s', async () => {
  const { email, accessToken } = await signedIn();
  const other = await login(email).expect(200);
  const stranger = await signedIn();
  const { body } = await app.http.get('/auth/sessions').set(bearer(accessToken)).expect(200);
  expect(body.sessions).toHaveLength(2);
  const elsewhere = body.sessions.find((session: { is_current: boolean }) => !session.is_current);
  expect(elsewhere.user_agent).toBe(FIREFOX);
  const end = (token: string) => app.http.delete(`/auth/sessions/${elsewhere.session_id}`).set(bearer(token));
  await end(stranger.accessToken).expect(404);
  await end(accessToken).expect(204);
  await app.http.get('/auth/session').set(bearer(other.body.access_token)).expect(401);
  await end(accessToken).expect(404);
});
