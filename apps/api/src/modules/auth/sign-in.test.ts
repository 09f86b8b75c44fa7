// The first step: who is let in, what is told to whoever is not, and how guessing is slowed down.
import { randomUUID } from 'node:crypto';
import { startTestApp } from '../../testing/index.ts';
import { addPerson, app, bearer, cookieOf, login, PASSWORD, setUpApp } from './testing/people.ts';

setUpApp();

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

  test('one address is slowed down whoever it says it speaks for, while who succeeds is not counted', async () => {
    const slow = await startTestApp();
    const members = [{ email: 'a@spa.test', displayName: 'A', role: 'admin' as const, password: PASSWORD }];
    await slow.container.services.organizations.create({ name: 'Harbor', locations: [], members });
    let attempts = 0;
    // No proxy is trusted here: what the header says is nobody's address.
    const attempt = (email: string, password: string) =>
      slow.http
        .post('/auth/login')
        .set('X-Forwarded-For', `203.0.113.${++attempts}`)
        .send({ email, password });
    for (let turn = 0; turn < 12; turn += 1) await attempt('a@spa.test', PASSWORD).expect(200);
    for (let turn = 0; turn < 10; turn += 1) await attempt(`b${turn}@spa.test`, 'guess').expect(401);
    const { headers } = await attempt('c@spa.test', 'guess').expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await slow.close();
  });
});
