// A session goes on: refresh tokens are spent one after the other, and what is no use of a session does not keep it.
import { randomUUID } from 'node:crypto';
import {
  addPerson,
  app,
  bearer,
  COOKIE,
  cookieOf,
  FIREFOX,
  login,
  PASSWORD,
  refresh,
  setUpApp,
  signedIn,
  tokenOf,
} from './testing/people.ts';

setUpApp();

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

  test('with a copied token is a critical security event, unlike a session that somebody ends', async () => {
    const { accessToken, change, refreshToken } = await signedIn();
    await refresh(refreshToken).expect(200);
    await refresh(refreshToken, 'curl/8').expect(401);
    const [{ payload }] = await change('SELECT payload FROM audit_events ORDER BY seq DESC LIMIT 1');
    expect(JSON.parse(payload)).toMatchObject({
      action: 'session.stolen',
      subject: { kind: 'session' },
    });
    await app.http.get('/auth/session').set(bearer(accessToken)).expect(401);
    const { text } = await app.http.get('/metrics').expect(200);
    expect(text).toMatch(/security_events_total\{type="session\.stolen",severity="critical"\} [1-9]/);
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
  const ofSandbox = await login(visitor.email, PASSWORD, { origin: 'http://localhost:3001' }).expect(200);
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
