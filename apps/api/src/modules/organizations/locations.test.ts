import { randomUUID } from 'node:crypto';
import { insert, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const LOCATIONS = '/organizations/current/locations';

let app: TestApp;
let spa: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  [spa, other] = [await app.createOrganization('Glow'), await app.createOrganization('Zen')];
});
afterAll(() => app.close());

const create = (name: string, time_zone = 'America/Chicago') =>
  app.http.post(LOCATIONS).set(spa.members.admin.authorization).send({ name, time_zone });

test('a location is added, renamed, listed and taken away', async () => {
  const { body } = await create('Downtown').expect(201);
  const address = `${LOCATIONS}/${body.location_id}`;
  const admin = spa.members.admin.authorization;
  const renamed = await app.http.patch(address).set(admin).send({ name: 'Uptown' }).expect(200);
  expect(renamed.body).toEqual({ ...body, name: 'Uptown' });
  const listed = await app.http.get(LOCATIONS).set(spa.members.viewer.authorization).expect(200);
  expect(listed.body.locations).toEqual([renamed.body]);
  await app.http.delete(address).set(admin).expect(204);
  await app.http.delete(address).set(admin).expect(404);
});

test('no two locations have one name, and a time zone is one that exists', async () => {
  const { body } = await create('Harbor').expect(201);
  await create('Harbor').expect(409);
  await create('Quay').expect(201);
  const rename = app.http.patch(`${LOCATIONS}/${body.location_id}`).set(spa.members.admin.authorization);
  await rename.send({ name: 'Quay' }).expect(409);
  const refused = await create('Moon', 'Moon/Crater').expect(422);
  expect(refused.body.errors[0].field).toBe('time_zone');
});

test('a location with files stays', async () => {
  const { body } = await create('Archive').expect(201);
  await app.platform.database.withinOrganization(spa.organizationId, () =>
    insert('uploads', {
      organization_id: spa.organizationId,
      id: randomUUID(),
      side: 'pos',
      origin: 'file',
      details: 'sealed',
      key_id: 'a key',
      size_bytes: 1,
      transactions_count: 0,
      location_id: body.location_id,
    }),
  );
  await app.http.delete(`${LOCATIONS}/${body.location_id}`).set(spa.members.admin.authorization).expect(409);
});

test('another organization neither sees nor changes it', async () => {
  const { body } = await create('Private').expect(201);
  const address = `${LOCATIONS}/${body.location_id}`;
  const stranger = other.members.admin.authorization;
  await app.http.patch(address).set(stranger).send({ name: 'Mine' }).expect(404);
  await app.http.delete(address).set(stranger).expect(404);
  const { body: own } = await app.http.get(LOCATIONS).set(stranger).expect(200);
  expect(own.locations).toEqual([]);
});
