import { randomUUID } from 'node:crypto';
import type { Role } from '@medspasync/schemas';
import { currentEntityManager } from '../../platform/database/index.ts';
import { insert, startTestApp, type TestApp } from '../../testing/index.ts';
import { codeOf, stepAt } from './totp.ts';

const PASSWORD = 'violet-harbor-under-seven-lamps';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ environment: { TRUST_PROXY: '1' } });
});
afterAll(() => app.close());

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

const login = (email: string, password = PASSWORD) => app.http.post('/auth/login').send({ email, password });

/** Each from an address of its own, for wrong codes use up the limit of one. */
let requests = 0;
const verify = (challenge_token: string, code: string) =>
  app.http
    .post('/auth/mfa/verify')
    .set('X-Forwarded-For', `203.0.113.${++requests}`)
    .send({ challenge_token, code });

/** Somebody with a password, in an organization of their own. */
async function addPerson(role: Role = 'admin', on = app) {
  const email = `maria.${randomUUID()}@spa.test`;
  const { organizationId, userIds } = await on.container.services.organizations.create({
    name: 'Harbor Aesthetics',
    locations: [],
    members: [{ email, displayName: 'Maria', role, password: PASSWORD }],
  });
  const { body } = await on.http.post('/auth/login').send({ email, password: PASSWORD }).expect(200);
  const change = (sql: string) =>
    on.platform.database.withinOrganization(organizationId, () => currentEntityManager().query(sql));
  return { email, organizationId, userId: userIds[0]!, token: body.access_token as string, change };
}

/** Another administrator of the same organization. @returns an access token. */
async function addColleague(organizationId: string): Promise<string> {
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  await app.platform.database.withinOrganization(organizationId, async () => {
    await insert('memberships', { organization_id: organizationId, user_id: userId, role: 'admin' });
    await insert('users', {
      id: userId,
      email: `nina.${userId}@spa.test`,
      display_name: 'Nina',
      password_hash: 'none',
    });
    const expires_at = new Date(Date.now() + 3_600_000);
    await insert('sessions', { organization_id: organizationId, id: sessionId, user_id: userId, expires_at });
  });
  return app.platform.tokens.sign({ userId, organizationId, sessionId });
}

const decoded = (text: string): Buffer => {
  const bits = [...text].map((letter) => {
    const value = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter);
    return value.toString(2).padStart(5, '0');
  });
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

/** Somebody whose second factor is on. Codes of `codeIn(n)` are of the n-th step from now. */
async function addPersonWithFactor() {
  const person = await addPerson();
  const begin = app.http.post('/auth/mfa/totp').set(bearer(person.token));
  const { body } = await begin.send({ password: PASSWORD }).expect(200);
  const secret = decoded(body.secret);
  const codeIn = (steps: number) => codeOf(secret, stepAt(Date.now()) + steps);
  const confirm = app.http.post('/auth/mfa/totp/confirm').set(bearer(person.token));
  const confirmed = await confirm.send({ code: codeIn(0) }).expect(200);
  // As if half a minute had gone by: the code that confirmed is not taken again.
  const later = () => person.change('UPDATE second_factors SET last_used_step = 0');
  await later();
  const challenge = async () => (await login(person.email).expect(200)).body.challenge_token as string;
  return { ...person, codeIn, later, challenge, recoveryCodes: confirmed.body.recovery_codes as string[] };
}

describe('setting up', () => {
  test('takes the password, and a first code', async () => {
    const { token } = await addPerson();
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
    const person = await addPerson();
    const other = await login(person.email).expect(200);
    const { body } = await app.http
      .post('/auth/mfa/totp')
      .set(bearer(person.token))
      .send({ password: PASSWORD });
    const code = codeOf(decoded(body.secret), stepAt(Date.now()));
    await app.http.post('/auth/mfa/totp/confirm').set(bearer(person.token)).send({ code }).expect(200);
    await app.http.get('/auth/session').set(bearer(other.body.access_token)).expect(401);
    await app.http.get('/auth/session').set(bearer(person.token)).expect(200);
  });

  test('leaves neither the secret nor a recovery code readable in the database', async () => {
    const { change, recoveryCodes, codeIn } = await addPersonWithFactor();
    const rows = JSON.stringify(await change('SELECT * FROM second_factors, recovery_codes'));
    for (const code of recoveryCodes) expect(rows).not.toContain(code);
    expect(rows).not.toContain(codeIn(0));
  });
});

describe('signing in with a second factor', () => {
  test('takes two steps, and the first gives neither token nor cookie', async () => {
    const { email, codeIn } = await addPersonWithFactor();
    const first = await login(email).expect(200);
    expect(first.body).toEqual({
      mfa_required: true,
      challenge_token: expect.any(String),
      expires_in: 300,
    });
    expect(first.headers['set-cookie']).toBeUndefined();
    await app.http.get('/auth/session').set(bearer(first.body.challenge_token)).expect(401);
    const second = await verify(first.body.challenge_token, codeIn(0)).expect(200);
    expect(second.headers['set-cookie']).toBeDefined();
    expect(second.body.user).toMatchObject({ email, has_second_factor: true });
    await app.http.get('/auth/session').set(bearer(second.body.access_token)).expect(200);
  });

  test('takes a code once, in whichever sign-in', async () => {
    const { challenge, codeIn } = await addPersonWithFactor();
    const [one, two] = [await challenge(), await challenge()];
    const code = codeIn(0);
    await verify(one, code).expect(200);
    const { body } = await verify(two, code).expect(401);
    expect(body.code).toBe('auth.second-factor-refused');
  });

  test('takes one of two equal codes that come at once', async () => {
    const { challenge, codeIn } = await addPersonWithFactor();
    const [one, two] = [await challenge(), await challenge()];
    const code = codeIn(0);
    const answers = await Promise.all([verify(one, code), verify(two, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('takes the code of the last half minute, none before and none to come', async () => {
    const { challenge, codeIn } = await addPersonWithFactor();
    const token = await challenge();
    await verify(token, codeIn(2)).expect(401);
    await verify(token, codeIn(-3)).expect(401);
    await verify(token, codeIn(-1)).expect(200);
  });

  test('a challenge serves once, and ends after five wrong codes or five minutes', async () => {
    const { challenge, change, codeIn, later } = await addPersonWithFactor();
    const used = await challenge();
    await verify(used, codeIn(0)).expect(200);
    await later();
    const guessed = await challenge();
    await change('UPDATE sign_in_challenges SET failures = 5 WHERE used_at IS NULL');
    const late = await challenge();
    await change('UPDATE sign_in_challenges SET expires_at = now() WHERE failures = 0 AND used_at IS NULL');
    for (const token of [used, guessed, late, 'garbage']) {
      const { body } = await verify(token, codeIn(0)).expect(401);
      expect(body.code).toBe('auth.challenge-ended');
    }
  });

  test('wrong codes count as wrong passwords do, and a right password alone forgives none', async () => {
    const { challenge, change, codeIn } = await addPersonWithFactor();
    await change('UPDATE users SET failed_sign_ins = 98');
    await verify(await challenge(), '000000').expect(401);
    const token = await challenge();
    expect((await change('SELECT failed_sign_ins FROM users'))[0].failed_sign_ins).toBe(99);
    await verify(token, '000000').expect(401);
    await verify(token, codeIn(0)).expect(401);
  });
});

describe('recovery codes', () => {
  test('open one session each, however they are typed', async () => {
    const { challenge, recoveryCodes, token } = await addPersonWithFactor();
    const code = recoveryCodes[0]!.toUpperCase().replaceAll('-', ' ');
    await verify(await challenge(), code).expect(200);
    await verify(await challenge(), code).expect(401);
    const { body } = await app.http.get('/auth/mfa').set(bearer(token)).expect(200);
    expect(body.recovery_codes_left).toBe(7);
  });

  test('are replaced for both factors, and the earlier ones stop working', async () => {
    const { challenge, codeIn, recoveryCodes, token } = await addPersonWithFactor();
    const renew = (password: string, code: string) =>
      app.http.post('/auth/mfa/recovery-codes').set(bearer(token)).send({ password, code });
    await renew('a guess', codeIn(0)).expect(422);
    await renew(PASSWORD, '000000').expect(422);
    const { body } = await renew(PASSWORD, codeIn(0)).expect(200);
    await verify(await challenge(), recoveryCodes[1]!).expect(401);
    await verify(await challenge(), body.recovery_codes[0]).expect(200);
  });
});

describe('turning it off', () => {
  const disable = (token: string, password: string, code: string) =>
    app.http.post('/auth/mfa/disable').set(bearer(token)).send({ password, code });

  test('takes both factors', async () => {
    const { codeIn, email, token } = await addPersonWithFactor();
    await disable(token, 'a guess', codeIn(0)).expect(422);
    await disable(token, PASSWORD, '000000').expect(422);
    await disable(token, PASSWORD, codeIn(0)).expect(204);
    const { body } = await login(email).expect(200);
    expect(body.access_token).toBeDefined();
  });

  test('waits for a longer password where the present one is too short to stand alone', async () => {
    const { codeIn, token } = await addPersonWithFactor();
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

test('a password reset does not get around the second factor', async () => {
  const { codeIn, email, organizationId, userId } = await addPersonWithFactor();
  const { body } = await app.http
    .post(`/organizations/current/members/${userId}/password-reset`)
    .set(bearer(await addColleague(organizationId)))
    .expect(201);
  const password = 'seven-otters-in-a-quiet-canal';
  await app.http.post('/auth/password/reset').send({ token: body.token, new_password: password }).expect(204);
  const first = await login(email, password).expect(200);
  expect(first.body.access_token).toBeUndefined();
  await verify(first.body.challenge_token, codeIn(0)).expect(200);
});

test('who has lost everything starts over by another administrator: both factors and all sessions go', async () => {
  const { email, organizationId, token, userId } = await addPersonWithFactor();
  const colleague = bearer(await addColleague(organizationId));
  const startOver = () =>
    app.http
      .post(`/organizations/current/members/${userId}/second-factor-reset`)
      .set(colleague)
      .set('Idempotency-Key', userId);
  const { body } = await startOver().expect(201);
  // Asked twice under one key, there is one link.
  expect((await startOver().expect(201)).body).toEqual(body);
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
    const { token } = await addPerson('admin', strict);
    const as = (path: string) => strict.http.get(path).set(bearer(token));
    const session = await as('/auth/session').expect(200);
    expect(session.body).toMatchObject({ second_factor_required: true, permissions: [] });
    const { body } = await as('/reconcile/history').expect(403);
    expect(body.code).toBe('auth.second-factor-missing');
    const begun = await strict.http.post('/auth/mfa/totp').set(bearer(token)).send({ password: PASSWORD });
    const code = codeOf(decoded(begun.body.secret), stepAt(Date.now()));
    await strict.http.post('/auth/mfa/totp/confirm').set(bearer(token)).send({ code }).expect(200);
    await as('/reconcile/history').expect(200);
    const viewer = await addPerson('viewer', strict);
    await strict.http.get('/reconcile/history').set(bearer(viewer.token)).expect(200);
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
