// A person changes the own password: what it takes, what is too weak, and whom it signs out.
import { app, bearer, login, PASSWORD, setUpApp, signedIn } from './testing/people.ts';

setUpApp();

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

  test('ends sign-ins with the old one that come at the same moment, too', async () => {
    const { email, accessToken } = await signedIn();
    const changed = change(accessToken, PASSWORD, 'seven-otters-in-a-quiet-canal').expect(204);
    const signIns = await Promise.all([...Array.from({ length: 4 }, () => login(email)), changed]);
    for (const { body } of signIns.filter(({ status }) => status === 200))
      await app.http.get('/auth/session').set(bearer(body.access_token)).expect(401);
  });

  test('needs the present one', async () => {
    const { accessToken } = await signedIn();
    const { body } = await change(accessToken, 'a guess', 'seven-otters-in-a-quiet-canal').expect(422);
    expect(fieldsOf(body)).toEqual(['current_password']);
  });

  test('counts and records each wrong present one, also under a key; a hundred in a row end every session', async () => {
    const { accessToken, change: sql } = await signedIn();
    const guess = () => change(accessToken, 'a guess', 'seven-otters-in-a-quiet-canal');
    await guess().expect(422);
    await guess().set('Idempotency-Key', 'one').expect(422);
    expect(await sql('SELECT failed_sign_ins FROM users')).toEqual([{ failed_sign_ins: 2 }]);
    await sql('UPDATE users SET failed_sign_ins = 99');
    await app.http.get('/auth/session').set(bearer(accessToken)).expect(200);
    await guess().expect(422);
    await app.http.get('/auth/session').set(bearer(accessToken)).expect(401);
    const events: { payload: string }[] = await sql('SELECT payload FROM audit_events ORDER BY seq');
    const told = events.map(({ payload }) => JSON.parse(payload)).filter(({ actor }) => actor.session_id);
    expect(told.map(({ action, detail }) => [action, detail.reason])).toEqual([
      ['sign_in.succeeded', undefined],
      ['proof.failed', 'password'],
      ['proof.failed', 'password'],
      ['proof.failed', 'password'],
      ['sign_in.locked', undefined],
    ]);
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
