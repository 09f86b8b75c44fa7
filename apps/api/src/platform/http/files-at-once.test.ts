// Files that come in at once: so many of one organization, and so many of all.
import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const BOUNDARY = 'glow';
const FILE = Buffer.from('transaction_id,customer_name,amount,date\nR-1,Ana Reyes,40,2026-03-02\n');

let app: TestApp;
let spas: TestOrganization[];
beforeAll(async () => {
  app = await startTestApp({
    environment: { MAX_UPLOADS_PER_ORGANIZATION: '2', MAX_UPLOADS_AT_ONCE: '3' },
  });
  spas = await Promise.all([app.createOrganization(), app.createOrganization(), app.createOrganization()]);
});
afterAll(() => app.close());

const as = (spa: TestOrganization) => spa.members.reviewer.authorization;
const send = (spa: TestOrganization) =>
  app.http.post('/upload/reward-transactions').set(as(spa)).attach('file', FILE, 'rewards.csv');

const inFlight = async (): Promise<number> => {
  const { values } = await app.platform.metrics.requestsInFlight.get();
  return values.reduce((sum, { value }) => sum + value, 0);
};

/** A file that does not end before it is told to. */
async function begun(spa: TestOrganization): Promise<{ sent: ClientRequest; finish(): Promise<number> }> {
  const before = await inFlight();
  const sent = request(`${app.url}/upload/reward-transactions`, {
    method: 'POST',
    headers: { ...as(spa), 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  });
  sent.on('error', () => undefined);
  sent.write(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="rewards.csv"\r\n\r\n`);
  while ((await inFlight()) === before) await sleep(20);
  const finish = async (): Promise<number> => {
    sent.end(Buffer.concat([FILE, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    await once(response.resume(), 'end');
    return response.statusCode!;
  };
  return { sent, finish };
}

test('one of an organization too many is told to come again, and others come in as long as there is a place', async () => {
  const [first, second, third] = spas as [TestOrganization, TestOrganization, TestOrganization];
  const own = [await begun(first), await begun(first)];
  const refused = await send(first).expect(429);
  expect(refused.headers['retry-after']).toBe('2');
  expect(refused.body).toMatchObject({
    code: 'request.rate-limited',
    'violated-policies': ['files-at-once'],
    detail: '2 files of the organization are being read: try again in 2 seconds.',
  });
  expect((await app.http.get('/uploads').set(as(first)).expect(200)).body.total_returned).toBe(0);
  const other = await begun(second);
  const full = await send(third).expect(503);
  expect(full.headers['retry-after']).toBe('2');
  expect(full.body.code).toBe('service.unavailable');

  expect(await other.finish()).toBe(200);
  await send(third).expect(200);
  // Who goes away leaves a place, too.
  own[0]!.sent.destroy();
  while ((await inFlight()) > 1) await sleep(20);
  await send(first).expect(200);
  expect(await own[1]!.finish()).toBe(200);
});

test('a stored file that is read again, with another mapping or to be confirmed, takes a place as well', async () => {
  const [spa] = spas as [TestOrganization];
  const { body } = await send(spa).query({ preview: true }).expect(200);
  const remap = () =>
    app.http
      .put(`/uploads/${body.upload_id}/mapping`)
      .set(as(spa))
      .send({ columns: [{ column_index: 2, field: 'amount' }] });
  const confirm = () => app.http.post(`/uploads/${body.upload_id}/confirm`).set(as(spa));
  const own = [await begun(spa), await begun(spa)];
  for (const again of [remap, confirm]) {
    const refused = await again().expect(429);
    expect(refused.headers['retry-after']).toBe('2');
    expect(refused.body['violated-policies']).toEqual(['files-at-once']);
  }
  await own[0]!.finish();
  await remap().expect(200);
  await confirm().expect(200);
  expect(await own[1]!.finish()).toBe(200);
});

test('what takes no file is not counted', async () => {
  const busy = [await begun(spas[0]!), await begun(spas[0]!), await begun(spas[1]!)];
  await app.http.get('/uploads').set(as(spas[0]!)).expect(200);
  await Promise.all(busy.map(({ finish }) => finish()));
});
