import { startTestApp, TEST_PASSWORD, type TestApp, type TestOrganization } from '../../testing/index.ts';

const PASSWORD = 'violet-harbor-under-seven-lamps';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization('Glow Spa');
});
afterAll(() => app.close());

async function tokenFor(userId: string, { members } = spa): Promise<string> {
  const { body } = await app.http
    .post(`/organizations/current/members/${userId}/password-reset`)
    .set(members.admin.authorization)
    .expect(201);
  return body.token;
}

const reset = (token: string, new_password = PASSWORD) =>
  app.http.post('/auth/password/reset').send({ token, new_password });

test('the token sets a new password once and ends every session', async () => {
  const { authorization, email, userId } = spa.members.reviewer;
  const token = await tokenFor(userId);
  await reset(token).expect(204);
  await app.http.get('/auth/session').set(authorization).expect(401);
  await app.http.post('/auth/login').send({ email, password: PASSWORD }).expect(200);
  await reset(token).expect(410);
});

test('a newer token replaces an older one, and a refused password spends none', async () => {
  const { userId } = spa.members.viewer;
  const older = await tokenFor(userId);
  const newer = await tokenFor(userId);
  await reset(older).expect(410);
  const { body } = await reset(newer, 'password1234567').expect(422);
  expect(body.errors[0].field).toBe('new_password');
  await reset(newer).expect(204);
});

test('a person who changes the password withdraws every link for a new one', async () => {
  const { authorization, userId } = spa.members.manager;
  const token = await tokenFor(userId);
  await app.http
    .post('/auth/password')
    .set(authorization)
    .send({ current_password: TEST_PASSWORD, new_password: PASSWORD })
    .expect(204);
  const { body } = await reset(token, 'seven-otters-in-a-quiet-canal').expect(410);
  expect(body.code).toBe('auth.token-spent');
});

test.each([
  ['disabled', { is_disabled: true }],
  ['a manager', { role: 'manager' }],
])('a link handed out by an administrator who is now %s is dead', async (_, change) => {
  const zen = await app.createOrganization('Zen Spa');
  const { admin, manager, reviewer } = zen.members;
  const token = await tokenFor(reviewer.userId, zen);
  const members = '/organizations/current/members';
  await app.http
    .patch(`${members}/${manager.userId}`)
    .set(admin.authorization)
    .send({ role: 'admin' })
    .expect(200);
  const { body } = await app.http
    .post('/auth/login')
    .send({ email: manager.email, password: TEST_PASSWORD })
    .expect(200);
  await app.http
    .patch(`${members}/${admin.userId}`)
    .set('Authorization', `Bearer ${body.access_token}`)
    .send(change)
    .expect(200);
  await reset(token).expect(410);
});
