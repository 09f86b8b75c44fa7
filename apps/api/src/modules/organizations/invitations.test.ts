import { currentEntityManager } from '../../platform/database/index.ts';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const PASSWORD = 'violet-harbor-under-seven-lamps';
const INVITATIONS = '/organizations/current/invitations';

let app: TestApp;
let spa: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization('Glow Spa');
  other = await app.createOrganization('Zen Spa');
});
afterAll(() => app.close());

let people = 0;
const nextAddress = () => `New.Person${++people}@Glow.test`;

async function invite(wanted: object = {}) {
  const { body } = await app.http
    .post(INVITATIONS)
    .set(spa.members.admin.authorization)
    .send({ email: nextAddress(), role: 'reviewer', ...wanted })
    .expect(201);
  return body as { token: string; invitation_id: string; email: string };
}

const accept = (token: string, wanted: object = {}) =>
  app.http
    .post('/invitations/accept')
    .send({ token, display_name: 'Maria Santos', password: PASSWORD, ...wanted });

test('whoever holds the token joins with the role that was meant, once', async () => {
  const { email, token } = await invite({ role: 'manager', patient_access: false });
  const opened = await app.http.post('/invitations/open').send({ token }).expect(200);
  expect(opened.body).toMatchObject({ organization_name: 'Glow Spa', email, role: 'manager' });
  await accept(token).expect(200);
  const { body } = await app.http.post('/auth/login').send({ email, password: PASSWORD }).expect(200);
  expect(body.user).toMatchObject({ role: 'manager', display_name: 'Maria Santos', patient_access: false });
  const again = await accept(token).expect(410);
  expect(again.body.code).toBe('auth.token-spent');
});

test('five people with one token are one member', async () => {
  const { token } = await invite();
  const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('the list has what waits, without the token', async () => {
  const { invitation_id, token } = await invite();
  const { body, text } = await app.http.get(INVITATIONS).set(spa.members.admin.authorization).expect(200);
  expect(body.invitations[0]).toMatchObject({ invitation_id, invited_by: 'The admin', is_expired: false });
  expect(text).not.toContain(token);
});

test('a withdrawn, an expired, a replaced and a made-up token are all the same', async () => {
  const [withdrawn, expired, replaced] = [await invite(), await invite(), await invite()];
  const address = `${INVITATIONS}/${withdrawn.invitation_id}`;
  await app.http.delete(address).set(spa.members.admin.authorization).expect(204);
  await app.http.delete(address).set(spa.members.admin.authorization).expect(404);
  await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query('UPDATE invitations SET expires_at = now() WHERE id = $1', [
      expired.invitation_id,
    ]),
  );
  await invite({ email: replaced.email });
  const madeUp = `${spa.organizationId}.${'a'.repeat(43)}`;
  for (const token of [withdrawn.token, expired.token, replaced.token, madeUp, 'garbage']) {
    const { body } = await accept(token).expect(410);
    expect(body.code).toBe('auth.token-spent');
    await app.http.post('/invitations/open').send({ token }).expect(410);
  }
});

test('a guessable password is refused with the reason, and the token stays good', async () => {
  const { token } = await invite();
  const { body } = await accept(token, { password: 'GlowSpa-Glow-2026!' }).expect(422);
  expect(body.errors).toEqual([{ field: 'password', message: expect.stringContaining('tried first') }]);
  await accept(token).expect(200);
});

test('a member is not invited again, and an address of elsewhere is not taken over', async () => {
  const again = app.http.post(INVITATIONS).set(spa.members.admin.authorization);
  await again.send({ email: spa.members.viewer.email, role: 'admin' }).expect(409);
  const { token } = await invite({ email: other.members.admin.email });
  await accept(token).expect(409);
});

test('only an administrator invites, and another organization’s invitation is not there', async () => {
  await app.http
    .post(INVITATIONS)
    .set(spa.members.manager.authorization)
    .send({ email: nextAddress(), role: 'viewer' })
    .expect(403);
  const { invitation_id } = await invite();
  await app.http.delete(`${INVITATIONS}/${invitation_id}`).set(other.members.admin.authorization).expect(404);
});

test('an invitation of an administrator who is none any more lets nobody in', async () => {
  const { token } = await invite({ role: 'admin' });
  const setRole = (role: string) =>
    app.platform.database.withinOrganization(spa.organizationId, () =>
      currentEntityManager().query('UPDATE memberships SET role = $2 WHERE user_id = $1', [
        spa.members.admin.userId,
        role,
      ]),
    );
  await setRole('manager');
  await accept(token).expect(410);
  await setRole('admin');
  await accept(token).expect(200);
});
