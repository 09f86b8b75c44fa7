import type { Role } from '@medspasync/schemas';
import { startTestApp, TEST_PASSWORD, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  other = await app.createOrganization('Zen Spa');
});
beforeEach(async () => {
  spa = await app.createOrganization('Glow Spa');
});
afterAll(() => app.close());

const MEMBERS = '/organizations/current/members';

const change = (userId: string, wanted: object, by: Role = 'admin') =>
  app.http.patch(`${MEMBERS}/${userId}`).set(spa.members[by].authorization).send(wanted);

const isSignedIn = async (role: Role): Promise<boolean> => {
  const { status } = await app.http.get('/auth/session').set(spa.members[role].authorization);
  return status === 200;
};

test('a new role ends the sessions opened with the old one', async () => {
  const { body } = await change(spa.members.reviewer.userId, { role: 'viewer' }).expect(200);
  expect(body.role).toBe('viewer');
  expect(await isSignedIn('reviewer')).toBe(false);
  expect(await isSignedIn('manager')).toBe(true);
});

test('the same role again ends nothing', async () => {
  await change(spa.members.reviewer.userId, { role: 'reviewer' }).expect(200);
  expect(await isSignedIn('reviewer')).toBe(true);
});

test('a disabled member is out at once, and listed as such', async () => {
  const { body } = await change(spa.members.manager.userId, { is_disabled: true }).expect(200);
  expect(body.is_disabled).toBe(true);
  expect(await isSignedIn('manager')).toBe(false);
  const enabled = await change(spa.members.manager.userId, { is_disabled: false }).expect(200);
  expect(enabled.body.is_disabled).toBe(false);
  // Signed out all the same: coming back takes a new sign-in.
  expect(await isSignedIn('manager')).toBe(false);
});

test.each([
  { role: 'viewer' },
  { is_disabled: true },
  { patient_access: false },
])('nobody changes the own membership: %j', async (wanted) => {
  const { body } = await change(spa.members.admin.userId, wanted).expect(403);
  expect(body.code).toBe('member.yourself');
  expect(await isSignedIn('admin')).toBe(true);
});

test('an administrator without patient access does not give it to himself; another one does, and that is heard of', async () => {
  await change(spa.members.manager.userId, { role: 'admin' }).expect(200);
  const { email, userId } = spa.members.manager;
  const { body } = await app.http.post('/auth/login').send({ email, password: TEST_PASSWORD }).expect(200);
  const himself = app.http
    .patch(`${MEMBERS}/${userId}`)
    .set({ Authorization: `Bearer ${body.access_token}` })
    .send({ patient_access: true });
  await change(userId, { patient_access: false }).expect(200);
  expect((await himself).body.code).toBe('member.yourself');
  expect((await change(userId, { patient_access: true }).expect(200)).body.patient_access).toBe(true);
  const events = await app.http
    .get('/audit?action=member.access_granted')
    .set(spa.members.admin.authorization)
    .expect(200);
  expect(events.body.events).toHaveLength(1);
  expect(await app.platform.metrics.registry.metrics()).toMatch(
    /security_events_total\{type="member.access_granted",severity="critical"\} [1-9]/,
  );
});

test('an administrator takes neither the own password nor the own second factor away', async () => {
  for (const way of ['password-reset', 'second-factor-reset']) {
    const { body } = await app.http
      .post(`${MEMBERS}/${spa.members.admin.userId}/${way}`)
      .set(spa.members.admin.authorization)
      .expect(403);
    expect(body.code).toBe('member.yourself');
    expect(body.detail).toContain('your settings');
  }
  expect(await isSignedIn('admin')).toBe(true);
  const { email } = spa.members.admin;
  await app.http.post('/auth/login').send({ email, password: TEST_PASSWORD }).expect(200);
});

test('of two administrators who remove each other at once, one stays', async () => {
  const { email, userId: second } = spa.members.manager;
  await change(second, { role: 'admin' }).expect(200);
  const { body: signedIn } = await app.http.post('/auth/login').send({ email, password: TEST_PASSWORD });
  const answers = await Promise.all([
    change(second, { role: 'viewer' }),
    app.http
      .patch(`${MEMBERS}/${spa.members.admin.userId}`)
      .set({ Authorization: `Bearer ${signedIn.access_token}` })
      .send({ role: 'viewer' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
  const { body } = await app.http.get(MEMBERS).set(spa.members.reviewer.authorization).expect(200);
  expect(body.members.filter(({ role }: { role: Role }) => role === 'admin')).toHaveLength(1);
});

test('a member without patient access reads no patient, whatever the role, and keeps the rest', async () => {
  await change(spa.members.manager.userId, { patient_access: false }).expect(200);
  const as = (path: string) => app.http.get(path).set(spa.members.manager.authorization);
  await as('/uploads').expect(403);
  await as('/reconcile/history').expect(200);
  await as(MEMBERS).expect(200);
  const { body } = await as('/auth/session').expect(200);
  expect(body.patient_access).toBe(false);
  expect(body.permissions).toContain('break-glass:open');
  expect(body.permissions).not.toContain('exports:create');
});

test('only an administrator changes members, and never those of another organization', async () => {
  for (const role of ['manager', 'reviewer', 'viewer'] satisfies Role[])
    await change(spa.members.viewer.userId, { role: 'admin' }, role).expect(403);
  const stranger = other.members.viewer.userId;
  await change(stranger, { is_disabled: true }).expect(404);
  const admin = spa.members.admin.authorization;
  await app.http.get(`${MEMBERS}/${stranger}/sessions`).set(admin).expect(404);
  await app.http.delete(`${MEMBERS}/${stranger}/sessions`).set(admin).expect(404);
  await app.http.post(`${MEMBERS}/${stranger}/password-reset`).set(admin).expect(404);
});

test('an administrator sees where a member is signed in, and signs them out of one session or all', async () => {
  const admin = spa.members.admin.authorization;
  const { userId, sessionId } = spa.members.viewer;
  const { body } = await app.http.get(`${MEMBERS}/${userId}/sessions`).set(admin).expect(200);
  expect(body.sessions.map(({ session_id }: { session_id: string }) => session_id)).toEqual([sessionId]);
  await app.http.delete(`${MEMBERS}/${userId}/sessions/${sessionId}`).set(admin).expect(204);
  expect(await isSignedIn('viewer')).toBe(false);
  await app.http.delete(`${MEMBERS}/${spa.members.reviewer.userId}/sessions`).set(admin).expect(204);
  expect(await isSignedIn('reviewer')).toBe(false);
  await app.http.delete(`${MEMBERS}/${spa.members.admin.userId}/sessions`).set(admin).expect(204);
  expect(await isSignedIn('admin')).toBe(true);
});
