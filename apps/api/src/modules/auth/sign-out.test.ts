// A session ends: by signing out, whatever is left of it, or by being ended from elsewhere.
import { randomUUID } from 'node:crypto';
import {
  app,
  bearer,
  COOKIE,
  cookieOf,
  FIREFOX,
  login,
  refresh,
  setUpApp,
  signedIn,
} from './testing/people.ts';

setUpApp();

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
