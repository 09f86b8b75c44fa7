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

/** In turn, so that each stays below what one person may send in a minute. */
const SENDERS = ['reviewer', 'admin'] as const;

async function leaveAfter(milliseconds: number, sender: (typeof SENDERS)[number]): Promise<void> {
  const sent = request(`${app.url}/upload/reward-transactions`, {
    method: 'POST',
    headers: {
      ...spa.members[sender].authorization,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
  });
  sent.on('error', () => undefined);
  sent.end(FORM);
  await sleep(milliseconds);
  sent.destroy();
}

const filesLeft = () => readdirSync(app.platform.config.http.incomingDir, { recursive: true });

const send = () =>
  app.http
    .post('/upload/reward-transactions')
    .set(spa.members.manager.authorization)
    .attach('file', FILE, 'rewards.csv')
    .then(({ status }) => status);

/** What is under way ends. */
async function until(isOver: () => boolean | Promise<boolean>, looks = 100): Promise<void> {
  for (let left = looks; left > 0 && !(await isOver()); left -= 1) await sleep(5_000 / looks);
}

test('a hundred senders leave within a blink, and as many as may at once are served next', async () => {
  const before = filesLeft().length;
  for (let turn = 0; turn < 100; turn += 1) await leaveAfter(turn % 25, SENDERS[turn % 2]!);
  await until(() => filesLeft().length <= before);
  expect(filesLeft()).toHaveLength(before);
  // A place is given back last, after the file and what was stored of it.
  let statuses: number[] = [];
  await until(async () => {
    statuses = await Promise.all([send(), send(), send()]);
    return statuses.every((status) => status === 200);
  }, 15);
  expect(statuses).toEqual([200, 200, 200]);
});
