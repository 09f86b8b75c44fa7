// Signing in with a second factor: a code or a recovery code after the password, each good once.
import { addColleague, app, bearer, login, PASSWORD, setUpApp } from './testing/people.ts';
import { addPersonWithFactor, verify } from './testing/people-with-factors.ts';

setUpApp({ environment: { TRUST_PROXY: '1' } });

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
    const { challenge, recoveryCodes, accessToken: token } = await addPersonWithFactor();
    const code = recoveryCodes[0]!.toUpperCase().replaceAll('-', ' ');
    await verify(await challenge(), code).expect(200);
    await verify(await challenge(), code).expect(401);
    const { body } = await app.http.get('/auth/mfa').set(bearer(token)).expect(200);
    expect(body.recovery_codes_left).toBe(7);
  });

  test('are replaced for both factors, and the earlier ones stop working', async () => {
    const { challenge, codeIn, recoveryCodes, accessToken: token } = await addPersonWithFactor();
    const renew = (password: string, code: string) =>
      app.http.post('/auth/mfa/recovery-codes').set(bearer(token)).send({ password, code });
    await renew('a guess', codeIn(0)).expect(422);
    await renew(PASSWORD, '000000').expect(422);
    const { body } = await renew(PASSWORD, codeIn(0)).expect(200);
    await verify(await challenge(), recoveryCodes[1]!).expect(401);
    await verify(await challenge(), body.recovery_codes[0]).expect(200);
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

test('a sign-in that got past the old password comes to nothing once there is a new one', async () => {
  const { accessToken, challenge, codeIn } = await addPersonWithFactor();
  const begun = await challenge();
  await app.http
    .post('/auth/password')
    .set(bearer(accessToken))
    .send({ current_password: PASSWORD, new_password: 'seven-otters-in-a-quiet-canal' })
    .expect(204);
  const { body } = await verify(begun, codeIn(0)).expect(401);
  expect(body.code).toBe('auth.challenge-ended');
});
