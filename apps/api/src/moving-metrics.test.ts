// Metrics of the work move when what they count happens, and once however many processes there are.
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { createContainer, ENTITIES } from './container.ts';
import { openPlatform } from './platform/platform.ts';
import { Shutdown } from './platform/shutdown.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from './testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
/** Of a second API on the same database, which runs no job. */
let otherPage: () => Promise<string>;
let shutdown: Shutdown;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  await app.container.start();
  const { config, logger } = app.platform;
  shutdown = new Shutdown(logger);
  const name = 'medspasync second';
  const second = await openPlatform({ config, logger, shutdown, name, entities: ENTITIES });
  const container = await createContainer(second);
  await container.start();
  shutdown.add('threads', () => container.close());
  shutdown.add('background work', () => container.stop());
  otherPage = () => second.metrics.registry.metrics();
  spa = await app.createOrganization();
});
afterAll(async () => {
  app.container.stop();
  await shutdown.close();
  await app.close();
});

const page = async (): Promise<string> => (await app.http.get('/metrics').expect(200)).text;

/** Of all series that begin so. */
const sumOf = (text: string, series: string): number =>
  text
    .split('\n')
    .filter((line) => line.startsWith(series))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);

const viewer = () => spa.members.viewer.authorization;
const manager = () => spa.members.manager.authorization;
const PAIR = { customer_name: 'Ana Reyes', amount: 40, date: '2026-03-01' };
const BOOKS = { reward_transactions: [PAIR], pos_transactions: [PAIR] };
const predict = () =>
  app.http
    .post('/predict')
    .set(manager())
    .send({ reward_transaction: PAIR, pos_transaction: PAIR })
    .expect(200);

test.each<[string, () => Promise<unknown>, number?]>([
  ['jobs_total{job="reconcile",outcome="completed"}', () => reconcileToEnd(app, spa, BOOKS)],
  ['job_duration_seconds_count{outcome="completed"}', () => reconcileToEnd(app, spa, BOOKS)],
  ['reconciliation_matches_total{decision="automatic"}', () => reconcileToEnd(app, spa, BOOKS)],
  ['transactions_ingested_total{source="request"}', () => reconcileToEnd(app, spa, BOOKS), 2],
  ['predictions_total', predict],
  ['prediction_duration_seconds_count', predict],
  [
    'auth_attempts_total{result="ok",method="access-token"}',
    () => app.http.get('/auth/session').set(viewer()),
  ],
  [
    'auth_attempts_total{result="auth.invalid-token",method="access-token"}',
    () => app.http.get('/auth/session').set({ Authorization: 'Bearer nothing' }),
  ],
  [
    'auth_attempts_total{result="auth.sign-in-refused",method="password"}',
    () => app.http.post('/auth/login').send({ email: 'nobody@spa.test', password: 'not the password' }),
  ],
  ['http_requests_total{method="GET",route="/health/quick"', () => app.http.get('/health/quick')],
  [
    'http_request_duration_seconds_count{method="GET",route="/health/quick"',
    () => app.http.get('/health/quick'),
  ],
])('%s counts what happened, in one process', async (series, act, by = 1) => {
  const before = sumOf(await page(), series);
  const beforeElsewhere = sumOf(await otherPage(), series);
  await act();
  while (sumOf(await page(), series) === before);
  expect(sumOf(await page(), series)).toBe(before + by);
  expect(sumOf(await otherPage(), series)).toBe(beforeElsewhere);
});

test('an attempt to deliver a webhook is counted, and is no reconciliation for /status', async () => {
  const completed = async () =>
    (await app.http.get('/status').set(viewer()).expect(200)).body.performance_stats.jobs_completed;
  const before = await completed();
  const { body } = await app.http
    .post('/webhooks')
    .set(spa.members.admin.authorization)
    .send({ url: 'http://127.0.0.1:9/', events: ['job.completed'] })
    .expect(201);
  await app.http.post(`/webhooks/${body.webhook_id}/test`).set(spa.members.admin.authorization).expect(202);
  while (sumOf(await page(), 'webhook_attempts_total') === 0);
  expect(await completed()).toBe(before);
  await reconcileToEnd(app, spa, BOOKS);
  while ((await completed()) === before);
  expect(await completed()).toBe(before + 1);
});

test('who is held to a limit is counted by its name', async () => {
  const signIn = () =>
    app.http.post('/auth/login').send({ email: 'held@spa.test', password: 'not the password' });
  let answer = await signIn();
  while (answer.status !== 429) answer = await signIn();
  const [policy] = answer.body['violated-policies'];
  const series = `rate_limited_total{policy="${policy}"}`;
  const before = sumOf(await page(), series);
  expect(before).toBeGreaterThan(0);
  await signIn().expect(429);
  expect(sumOf(await page(), series)).toBe(before + 1);
});

test('open sockets are counted while they are open', async () => {
  const connections = async () => sumOf(await page(), 'websocket_connections');
  const before = await connections();
  const { accessToken: token } = spa.members.viewer;
  const open = (): Socket =>
    io(app.url, { auth: { token }, transports: ['websocket'], reconnection: false, forceNew: true });
  const sockets = [open(), open()];
  await Promise.all(
    sockets.map((socket) => new Promise((resolve) => socket.once('connect', () => resolve(true)))),
  );
  expect(await connections()).toBe(before + 2);
  for (const socket of sockets) socket.close();
  while ((await connections()) > before) await sleep(20);
  expect(await connections()).toBe(before);
});

test('who asks for the page is a request in flight', async () => {
  expect(sumOf(await page(), 'http_requests_in_flight')).toBe(1);
});

test('what runs is told by version and commit, and the queue by its name', async () => {
  const text = await page();
  expect(text).toMatch(/^medspasync_build_info\{version="[^"]+",commit="unbundled"\} 1$/m);
  for (const name of ['jobs_queued', 'jobs_active', 'jobs_oldest_age_seconds'])
    expect(text).toMatch(new RegExp(`^${name}\\{queue="jobs"\\} [0-9.]+$`, 'm'));
});
