import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization('Glow Spa');
  await app.createOrganization('Zen Spa');
});
afterAll(() => app.close());

const PASSWORD = 'violet-harbor-under-seven-lamps';

test('a member sees the own organization', async () => {
  const { body } = await app.http
    .get('/organizations/current')
    .set(spa.members.viewer.authorization)
    .expect(200);
  expect(body).toEqual({
    organization_id: spa.organizationId,
    name: 'Glow Spa',
    is_sandbox: false,
    second_factor_required: false,
    write_off_approval_above: 0,
    time_zone: null,
    locations: [],
  });
});

test('a member sees the own colleagues and nobody else', async () => {
  const { body } = await app.http
    .get('/organizations/current/members')
    .set(spa.members.viewer.authorization)
    .expect(200);
  expect(body.members.map(({ role }: { role: string }) => role)).toEqual([
    'admin',
    'manager',
    'reviewer',
    'viewer',
  ]);
  expect(body.members[0]).toEqual({
    user_id: spa.members.admin.userId,
    email: spa.members.admin.email,
    display_name: 'The admin',
    role: 'admin',
    patient_access: true,
    has_second_factor: false,
    is_disabled: false,
    last_seen_at: expect.any(String),
  });
});

test('a new organization has its locations, and its first administrator can sign in', async () => {
  const credentials = { email: 'Owner@Lumen.test', password: PASSWORD };
  await app.container.services.organizations.create({
    name: 'Lumen',
    locations: [{ name: 'Downtown', timeZone: 'America/Chicago' }],
    members: [{ ...credentials, displayName: 'Owner', role: 'admin' }],
  });
  const { body } = await app.http.post('/auth/login').send(credentials).expect(200);
  const { body: organization } = await app.http
    .get('/organizations/current')
    .set('Authorization', `Bearer ${body.access_token}`)
    .expect(200);
  expect(organization.locations).toEqual([
    { location_id: expect.any(String), name: 'Downtown', time_zone: 'America/Chicago' },
  ]);
});

test('an organization whose administrator’s address is taken is not written at all', async () => {
  const member = { displayName: 'A', role: 'admin' as const, password: PASSWORD };
  const organizationId = crypto.randomUUID();
  const create = app.container.services.organizations.create({
    organizationId,
    name: 'Copy',
    locations: [],
    members: [{ ...member, email: spa.members.admin.email }],
  });
  await expect(create).rejects.toMatchObject({ code: 'resource.conflict' });
  await expect(app.container.services.organizations.current(organizationId)).rejects.toThrow();
});

test('a name stands on one line', async () => {
  const rename = (name: string) =>
    app.http.patch('/organizations/current').set(spa.members.admin.authorization).send({ name });
  for (const name of ['Glow\r\nSpa', 'Glow\nSpa', 'Glow\u0000Spa', 'Glow\u0085Spa']) {
    const { body } = await rename(name).expect(422);
    expect(body.errors).toEqual([
      { field: 'name', message: 'must be on one line, without control characters' },
    ]);
  }
  await rename('Glow Spa').expect(200);
});
