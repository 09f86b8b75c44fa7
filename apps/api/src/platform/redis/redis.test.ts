import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';
import { describeWithRedis, startTestRedis, type TestRedis } from '../../testing/test-redis.ts';

describeWithRedis('several API processes with one Redis', () => {
  let redis: TestRedis;
  let first: TestApp;
  let second: TestApp;
  let spa: TestOrganization;
  let environment: Record<string, string>;
  beforeAll(async () => {
    redis = await startTestRedis();
    environment = { REDIS_URL: redis.url, JWT_SECRET: 'shared by all processes of these tests, 32+' };
    first = await startTestApp({ environment });
    second = await startTestApp({ environment: { ...environment, DATABASE_URL: first.databaseUrl } });
    spa = await first.createOrganization();
  });
  afterAll(async () => {
    await second.close();
    await first.close();
    await redis.kill();
  });

  const connect = async (app: TestApp): Promise<Socket> => {
    const socket = io(app.url, {
      auth: { token: spa.members.viewer.accessToken },
      transports: ['websocket'],
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('connect_error', reject);
    });
    return socket;
  };

  const signIn = (app: TestApp, email: string) =>
    app.http.post('/auth/login').send({ email, password: 'not the password of anybody' });

  test('share one quota of failed sign-ins', async () => {
    const email = 'shared-quota@spa.test';
    for (let turn = 0; turn < 10; turn++) await signIn(turn % 2 === 0 ? first : second, email).expect(401);
    for (const app of [first, second]) {
      const { body } = await signIn(app, email).expect(429);
      expect(body.code).toBe('request.rate-limited');
    }
  });

  test('carry an event to members connected to any of them', async () => {
    const socket = await connect(second);
    try {
      const heard = new Promise((resolve) => {
        socket.once('test.event', resolve);
      });
      const event = { organizationId: spa.organizationId, event: 'test.event', payload: { n: 7 } };
      first.realtime.publish(event);
      expect(await heard).toEqual({ n: 7 });
    } finally {
      socket.close();
    }
  });

  test('keep their members connected when another process ends', async () => {
    const third = await startTestApp({
      environment: { ...environment, DATABASE_URL: first.databaseUrl },
    });
    const socket = await connect(second);
    try {
      const gone = new Promise((resolve) => {
        socket.once('disconnect', resolve);
      });
      await third.close();
      const event = { organizationId: spa.organizationId, event: 'test.event', payload: {} };
      const heard = new Promise((resolve) => {
        socket.once('test.event', () => resolve('heard'));
      });
      first.realtime.publish(event);
      expect(await Promise.race([gone, heard])).toBe('heard');
    } finally {
      socket.close();
    }
  });

  test('measure how long it takes to answer, each for itself', async () => {
    const answers = async (app: TestApp): Promise<number> => {
      const { text } = await app.http.get('/metrics').expect(200);
      return Number(/^redis_command_duration_seconds_count\{command="PING"\} (\d+)$/m.exec(text)?.[1] ?? 0);
    };
    const [before, beforeElsewhere] = [await answers(first), await answers(second)];
    while ((await answers(first)) === before) {
      await first.http.get('/health').expect(200);
      await sleep(50);
    }
    expect(await answers(second)).toBe(beforeElsewhere);
  });

  test('answer while Redis is down, each counting for itself, and find it again', async () => {
    await redis.kill();
    const email = 'down@spa.test';
    for (let turn = 0; turn < 3; turn++) await signIn(first, email).expect(401);
    await first.http.get('/status').set(spa.members.viewer.authorization).expect(200);
    const { body: down } = await first.http.get('/health').expect(200);
    expect([down.status, down.checks.redis.status]).toEqual(['degraded', 'down']);
    first.realtime.publish({ organizationId: spa.organizationId, event: 'test.event', payload: {} });
    await first.http.get('/health/quick').expect(200);
    await redis.start();
    for (;;) {
      const { body } = await first.http.get('/health');
      if (body.checks.redis.status === 'healthy') break;
      await sleep(50);
    }
  });
});
