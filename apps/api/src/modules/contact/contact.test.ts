import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { keyRing, PatientSeal } from '../../platform/crypto/index.ts';
import { startTestApp, type TestApp } from '../../testing/index.ts';
import { type MessageRow, openMessage } from './contact-messages.repository.ts';

const MESSAGE = {
  name: 'Maria Santos',
  email: 'maria@glow.test',
  topic: 'demo',
  message: 'We run three locations and would like a demo.',
};

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ environment: { TRUST_PROXY: '1' } });
});
afterAll(() => app.close());

/** Each test from an address of its own, for an address has few messages. */
let tests = 0;
beforeEach(() => {
  tests += 1;
});
const send = (message: object, key?: string) => {
  const request = app.http.post('/contact').set('X-Forwarded-For', `203.0.113.${tests}`);
  return (key === undefined ? request : request.set('Idempotency-Key', key)).send(message);
};

async function asOwner<Row>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: app.platform.ownerUrl });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows as Row[];
}
const rows = () => asOwner<MessageRow>('SELECT * FROM contact_messages ORDER BY received_at DESC');

test('anybody may write; it is sealed, and whoever has the database and the keys reads it', async () => {
  const { body } = await send(MESSAGE).expect(202);
  expect(body).toEqual({ message: 'Thank you. We answer by e-mail.' });
  const [row] = await rows();
  expect(JSON.stringify(row)).not.toMatch(/Maria|glow|demo/);
  const seal = new PatientSeal(keyRing(app.platform.config.fernetKeys));
  expect(openMessage(seal, row!)).toMatchObject(MESSAGE);
});

test('the API itself can read none of them', async () => {
  const reading = app.platform.database.query('SELECT * FROM contact_messages');
  await expect(reading).rejects.toMatchObject({ code: '42501' });
});

test('a message sent again under its key is one message, another one under it is refused', async () => {
  const key = randomUUID();
  const before = (await rows()).length;
  await send(MESSAGE, key).expect(202);
  await send(MESSAGE, key).expect(202);
  expect((await rows()).length).toBe(before + 1);
  const { body } = await send({ ...MESSAGE, topic: 'security' }, key).expect(422);
  expect(body.code).toBe('idempotency.key-reused');
});

test('all that is wrong is named at once, and nothing is kept', async () => {
  const before = (await rows()).length;
  const { body } = await send({
    name: 'Maria\r\nBcc: all',
    email: 'maria',
    message: 'Hi',
    phone: '1',
  }).expect(422);
  expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
    'email',
    'message',
    'name',
    'phone',
  ]);
  expect((await rows()).length).toBe(before);
});

test('an address has five messages an hour', async () => {
  for (let turn = 0; turn < 5; turn += 1) await send(MESSAGE).expect(202);
  const { body } = await send(MESSAGE).expect(429);
  expect(body['violated-policies']).toEqual(['contact']);
});

test('after ninety days a message is gone', async () => {
  await asOwner("UPDATE contact_messages SET received_at = now() - interval '91 days'");
  await send(MESSAGE).expect(202);
  expect(await rows()).toHaveLength(1);
});
