import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import * as z from 'zod';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';
import { handlerFor, type JobDefinition } from './index.ts';

const GreetJob: JobDefinition<{ organizationId: string; failures: number }> = {
  name: 'greet',
  data: z.strictObject({ organizationId: z.uuid(), failures: z.int() }),
  attempts: 2,
};

const runs: string[] = [];
const greet = handlerFor({
  definition: GreetJob,
  async run({ organizationId, failures }, { attempt, publish }) {
    runs.push(`try ${attempt}`);
    if (attempt <= failures) throw new Error('not yet');
    await publish(organizationId, 'greeting', { words: 'hello' });
  },
  async giveUp() {
    runs.push('gave up');
  },
});

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true, extraHandlers: [greet] });
  spa = await app.createOrganization();
});
afterAll(() => app.close());
beforeEach(() => runs.splice(0));

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await sleep(20);
};

const enqueue = (failures: number, jobId = randomUUID()) =>
  app.platform.queue.enqueue(GreetJob, jobId, { organizationId: spa.organizationId, failures });

test('a job that fails once is tried again', async () => {
  await enqueue(1);
  await until(() => runs.length === 2);
  expect(runs).toEqual(['try 1', 'try 2']);
});

test('a job that keeps failing is given up after its last try', async () => {
  await enqueue(5);
  await until(() => runs.includes('gave up'));
  expect(runs).toEqual(['try 1', 'try 2', 'gave up']);
});

test('the same job put in twice runs once', async () => {
  const jobId = randomUUID();
  await Promise.all([enqueue(0, jobId), enqueue(0, jobId)]);
  await enqueue(0);
  await until(() => runs.length === 2);
  expect((await app.platform.queue.counts()).waiting).toBe(0);
});

test('data that does not fit its definition never enters the queue', async () => {
  const wrong = { organizationId: 'Sarah Johnson', failures: 0 };
  await expect(app.platform.queue.enqueue(GreetJob, randomUUID(), wrong)).rejects.toThrow();
});

describe('what a job publishes', () => {
  const connect = (token: string, origin?: string) =>
    io(app.url, {
      auth: { token },
      transports: ['websocket'],
      reconnection: false,
      extraHeaders: origin ? { Origin: origin } : {},
    });

  const outcomeOf = (socket: ReturnType<typeof connect>): Promise<string> =>
    new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', (error) => resolve(error.message));
    });

  test('reaches the sockets of its organization and no other', async () => {
    const other = await app.createOrganization();
    const [ours, theirs] = [
      connect(spa.members.viewer.accessToken),
      connect(other.members.viewer.accessToken),
    ];
    expect(await Promise.all([outcomeOf(ours), outcomeOf(theirs)])).toEqual(['connected', 'connected']);
    const heard: string[] = [];
    theirs.on('greeting', () => heard.push('theirs'));
    ours.on('greeting', ({ words }) => heard.push(`ours: ${words}`));
    await enqueue(0);
    await until(() => heard.length > 0);
    expect(heard).toEqual(['ours: hello']);
    ours.close();
    theirs.close();
  });

  test('cannot be heard without a valid token, nor from a foreign page', async () => {
    const [stranger, foreign] = [
      connect('nonsense'),
      connect(spa.members.viewer.accessToken, 'https://evil.test'),
    ];
    const outcomes = await Promise.all([outcomeOf(stranger), outcomeOf(foreign)]);
    expect(outcomes).toEqual(['auth.invalid-token', 'websocket error']);
    stranger.close();
    foreign.close();
  });
});
