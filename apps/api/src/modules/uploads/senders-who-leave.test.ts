// Whoever breaks an upload off, at whatever moment, leaves neither a patient's file on the disk nor a place taken.
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const BOUNDARY = 'left';
const FILE = Buffer.from('transaction_id,customer_name,amount,date\nR-1,Ana Reyes,40,2026-03-02\n');
const FORM = Buffer.concat([
  Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="rewards.csv"\r\n\r\n`),
  FILE,
  Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
]);

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ environment: { MAX_UPLOADS_PER_ORGANIZATION: '3', MAX_UPLOADS_AT_ONCE: '4' } });
  spa = await app.createOrganization();
});
afterAll(() => app.close());

async function leaveAfter(milliseconds: number): Promise<void> {
  const sent = request(`${app.url}/upload/reward-transactions`, {
    method: 'POST',
    headers: {
      ...spa.members.reviewer.authorization,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
  });
  sent.on('error', () => undefined);
  sent.end(FORM);
  await sleep(milliseconds);
  sent.destroy();
}

const filesLeft = () => readdirSync(app.platform.config.http.incomingDir, { recursive: true });

test('a hundred senders leave within a blink, and the next one is served', async () => {
  const before = filesLeft().length;
  for (let turn = 0; turn < 100; turn += 1) await leaveAfter(turn % 25);
  // What was under way ends.
  for (let looks = 0; looks < 100 && filesLeft().length > before; looks += 1) await sleep(50);
  expect(filesLeft()).toHaveLength(before);
  for (let turn = 0; turn < 5; turn += 1)
    await app.http
      .post('/upload/reward-transactions')
      .set(spa.members.reviewer.authorization)
      .attach('file', FILE, 'rewards.csv')
      .expect(200);
});
