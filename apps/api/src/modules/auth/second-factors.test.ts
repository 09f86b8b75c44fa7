// The second factor of a person: set up, turned off, required by others, and given up when all is lost.
import { startTestApp } from '../../testing/index.ts';
import { addColleague, app, bearer, login, PASSWORD, setUpApp, signedIn } from './testing/people.ts';
import { addPersonWithFactor, decoded, verify } from './testing/people-with-factors.ts';
import { codeOf, stepAt } from './totp.ts';

setUpApp({ environment: { TRUST_PROXY: '1' } });

describe('setting up', () => {
  test('takes the password, and a first code', async () => {
    const { accessToken: token } = await signedIn('admin');
    const begin = (password: string) => app.http.post('/auth/mfa/totp').set(bearer(token)).send({ password });
    await begin('a guess').expect(422);
    const { body } = await begin(PASSWORD).expect(200);
    expect(body.otpauth_uri).toContain(`secret=${body.secret}`);
    const confirm = (code: string) =>
      app.http.post('/auth/mfa/totp/confirm').set(bearer(token)).send({ code });
    await confirm('000000').expect(422);
    const status = () => app.http.get('/auth/mfa').set(bearer(token));
    expect((await status()).body).toMatchObject({ has_second_factor: false, recovery_codes_left: 0 });
    await confirm(codeOf(decoded(body.secret), stepAt(Date.now()))).expect(200);
    expect((await status()).body).toMatchObject({ has_second_factor: true, recovery_codes_left: 8 });
    await begin(PASSWORD).expect(409);
  });

  test('ends the sessions that were opened with the password alone, and keeps this one', async () => {
    const person = await signedIn('admin');
    const other = await login(person.email).expect(200);
    const { body } = await app.http
      .post('/auth/mfa/totp')
      .set(bearer(person.accessToken))
      .send({ password: PASSWORD });
    const code = codeOf(decoded(body.secret), stepAt(Date.now()));
    await app.http.post('/auth/mfa/totp/confirm').set(bearer(person.accessToken)).send({ code }).expect(200);
    await app.http.get('/auth/session').set(bearer(other.body.access_token)).expect(401);
    await app.http.get('/auth/session').set(bearer(person.accessToken)).expect(200);
  });

  test('leaves neither the secret nor a recovery code readable in the database', async () => {
    const { change, recoveryCodes, codeIn } = await addPersonWithFactor();
    const rows = JSON.stringify(await change('SELECT * FROM second_factors, recovery_codes'));
    for (const code of recoveryCodes) expect(rows).not.toContain(code);
    expect(rows).not.toContain(codeIn(0));
  });
});

describe('turning it off', () => {
  const disable = (token: string, password: string, code: string) =>
    app.http.post('/auth/mfa/disable').set(bearer(token)).send({ password, code });

  test('takes both factors', async () => {
    const { codeIn, email, accessToken: token } = await addPersonWithFactor();
    await disable(token, 'a guess', codeIn(0)).expect(422);
    await disable(token, PASSWORD, '000000').expect(422);
    await disable(token, PASSWORD, codeIn(0)).expect(204);
    const { body } = await login(email).expect(200);
    expect(body.access_token).toBeDefined();
  });

  test('waits for a longer password where the present one is too short to stand alone', async () => {
    const { codeIn, accessToken: token } = await addPersonWithFactor();
    const short = 'kX9$vTq2';
    await app.http
      .post('/auth/password')
      .set(bearer(token))
      .send({ current_password: PASSWORD, new_password: short })
      .expect(204);
    const { body } = await disable(token, short, codeIn(0)).expect(422);
    expect(body.errors[0].field).toBe('password');
  });
});

test('who has lost everything starts over by another administrator: both factors and all sessions go', async () => {
  const { email, organizationId, accessToken: token, userId } = await addPersonWithFactor();
  const colleague = bearer(await addColleague(organizationId));
  const startOver = () =>
    app.http
      .post(`/organizations/current/members/${userId}/second-factor-reset`)
      .set(colleague)
      .set('Idempotency-Key', userId);
  const { body } = await startOver().expect(201);
  // Asked twice under one key, there is one link, which is shown once.
  expect((await startOver().expect(409)).body.code).toBe('idempotency.credential-not-kept');
  await app.http.get('/auth/session').set(bearer(token)).expect(401);
  await login(email).expect(401);
  const chosen = { token: body.token, new_password: 'seven-otters-in-a-quiet-canal' };
  await app.http.post('/auth/password/reset').send(chosen).expect(204);
  const again = await login(email, chosen.new_password).expect(200);
  expect(again.body.user.has_second_factor).toBe(false);
});

describe('where a second factor is required', () => {
  test('an administrator without one may set it up, and nothing else', async () => {
    const strict = await startTestApp({ environment: { MFA_REQUIRED_FOR_ADMIN: 'true' } });
    const { accessToken: token } = await signedIn('admin', strict);
    const as = (path: string) => strict.http.get(path).set(bearer(token));
    const session = await as('/auth/session').expect(200);
    expect(session.body).toMatchObject({ second_factor_required: true, permissions: [] });
    const { body } = await as('/reconcile/history').expect(403);
    expect(body.code).toBe('auth.second-factor-missing');
    const begun = await strict.http.post('/auth/mfa/totp').set(bearer(token)).send({ password: PASSWORD });
    const code = codeOf(decoded(begun.body.secret), stepAt(Date.now()));
    await strict.http.post('/auth/mfa/totp/confirm').set(bearer(token)).send({ code }).expect(200);
    await as('/reconcile/history').expect(200);
    const viewer = await signedIn('viewer', strict);
    await strict.http.get('/reconcile/history').set(bearer(viewer.accessToken)).expect(200);
    await strict.close();
  });

  test('an organization may ask it of everybody', async () => {
    const spa = await app.createOrganization();
    await app.http
      .patch('/organizations/current')
      .set(spa.members.admin.authorization)
      .send({ second_factor_required: true })
      .expect(200);
    const { body } = await app.http
      .get('/reconcile/history')
      .set(spa.members.viewer.authorization)
      .expect(403);
    expect(body.code).toBe('auth.second-factor-missing');
  });
});

test('wrong passwords and codes of somebody who is signed in are in the audit log', async () => {
  const { accessToken, change } = await addPersonWithFactor();
  const send = (path: string, body: object) =>
    app.http.post(`/auth/mfa/${path}`).set(bearer(accessToken)).send(body);
  await send('totp', { password: 'a guess' }).expect(422);
  await send('disable', { password: 'a guess', code: '000000' }).expect(422);
  await send('recovery-codes', { password: PASSWORD, code: '000000' }).expect(422);
  const events: { payload: string }[] = await change('SELECT payload FROM audit_events ORDER BY seq');
  const failed = events
    .map(({ payload }) => JSON.parse(payload))
    .filter(({ action }) => action === 'proof.failed');
  expect(failed.map(({ detail }) => detail.reason)).toEqual(['password', 'password', 'second factor']);
});

test('what happened to factors and sign-ins is in the audit log', async () => {
  const { challenge, change, codeIn, recoveryCodes } = await addPersonWithFactor();
  await verify(await challenge(), '000000').expect(401);
  await verify(await challenge(), recoveryCodes[0]!).expect(200);
  await verify(await challenge(), codeIn(0)).expect(200);
  const events: { payload: string }[] = await change('SELECT payload FROM audit_events ORDER BY seq');
  expect(events.map(({ payload }) => JSON.parse(payload).action)).toEqual([
    'sign_in.succeeded',
    'second_factor.enabled',
    'sign_in.failed',
    'recovery_code.used',
    'sign_in.succeeded',
    'sign_in.succeeded',
  ]);
});
