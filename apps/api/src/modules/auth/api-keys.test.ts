import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization();
});
afterAll(() => app.close());

const create = (wanted: object) =>
  app.http.post('/auth/api-keys').set(spa.members.admin.authorization).send(wanted);

test('a key is shown once, does what it was made for, and nothing after it is revoked', async () => {
  const { body } = await create({ name: 'Nightly', permissions: ['organizations:read'] }).expect(201);
  const withKey = (path: string) => app.http.get(path).set('X-API-Key', body.key);
  await withKey('/organizations/current').expect(200);
  await withKey('/status').expect(403);
  const listed = await app.http.get('/auth/api-keys').set(spa.members.admin.authorization).expect(200);
  expect(listed.text).not.toContain(body.key);
  expect(listed.body.api_keys.map(({ name }: { name: string }) => name)).toContain('Nightly');
  const path = `/auth/api-keys/${body.api_key_id}`;
  await app.http.delete(path).set(spa.members.admin.authorization).expect(204);
  await withKey('/organizations/current').expect(401);
  await app.http.delete(path).set(spa.members.admin.authorization).expect(404);
});

test('a key runs out on its day', async () => {
  const { body } = await create({ name: 'Short', permissions: ['health:read'], expires_in_days: 1 }).expect(
    201,
  );
  const left = Date.parse(body.expires_at) - Date.now();
  expect(left).toBeGreaterThan(86_000_000);
  expect(left).toBeLessThanOrEqual(86_400_000);
});

test('a key lasts ninety days unless told otherwise, and never longer than a year', async () => {
  const wanted = { name: 'Nightly', permissions: ['health:read'] };
  const { body } = await create(wanted).expect(201);
  const days = (Date.parse(body.expires_at) - Date.parse(body.created_at)) / 86_400_000;
  expect(Math.round(days)).toBe(90);
  const refused = await create({ ...wanted, expires_in_days: 366 }).expect(422);
  expect(refused.body.errors).toEqual([{ field: 'expires_in_days', message: 'must be at most 365' }]);
});

test('every permission that is unknown is named', async () => {
  const { body } = await create({ name: 'Odd', permissions: ['health:read', 'moon:land', 'x'] }).expect(422);
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
    'permissions[1]',
    'permissions[2]',
  ]);
});

test('only an administrator makes keys, and no key makes another', async () => {
  const wanted = { name: 'Mine', permissions: ['health:read'] };
  await app.http.post('/auth/api-keys').set(spa.members.manager.authorization).send(wanted).expect(403);
  await app.http.post('/auth/api-keys').set('X-API-Key', spa.apiKey).send(wanted).expect(401);
});

test('what identifies a key is a UUID', async () => {
  const { body } = await app.http
    .delete('/auth/api-keys/1%20OR%201=1')
    .set(spa.members.admin.authorization)
    .expect(422);
  expect(body.errors[0].field).toBe('api_key_id');
});
