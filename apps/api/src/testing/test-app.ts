// The whole API as it runs, on a database and a port of its own, for one test file.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from 'redis';
import supertest from 'supertest';
import { createApp } from '../app.ts';
import { type Container, createContainer, ENTITIES } from '../container.ts';
import { configFrom } from '../platform/config/index.ts';
import { closeHttpServer, createHttpServer, listen } from '../platform/http/index.ts';
import { createLogger } from '../platform/logging/index.ts';
import { openPlatform, type Platform } from '../platform/platform.ts';
import { type AnyJobHandler, startJobWorker } from '../platform/queue/index.ts';
import { openRealtime, type Realtime } from '../platform/realtime/index.ts';
import { Shutdown } from '../platform/shutdown.ts';
import { createTestDatabase } from './test-database.ts';
import { givenRedisUrl } from './test-environment.ts';
import { createTestOrganization, type TestOrganization } from './test-organization.ts';

export interface TestApp {
  /** `await app.http.get('/health').expect(200)`. */
  http: ReturnType<typeof supertest>;
  /** For a client that is not supertest, such as Socket.IO's. */
  url: string;
  platform: Platform;
  container: Container;
  realtime: Realtime;
  /** Of the owner: what a second application needs to work on the same rows. */
  databaseUrl: string;
  createOrganization(name?: string): Promise<TestOrganization>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  environment?: Record<string, string>;
  /** Runs jobs in this process: the container's handlers, and these. */
  withWorker?: boolean;
  extraHandlers?: readonly AnyJobHandler[];
  /** Takes the lines of the log; their level is `LOG_LEVEL`, by default none. */
  logTo?: { write(line: string): void };
  /** Where to look for the model instead of where this version's lies. */
  shippedModel?: string;
}

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const localDir = mkdtempSync(path.join(tmpdir(), 'medspasync-app-'));
  const databaseOfTest = await createTestDatabase();
  const redisUrl = givenRedisUrl();
  if (redisUrl) await forgetLimits(redisUrl);
  const config = configFrom({
    LOCAL_DIR: localDir,
    DATABASE_URL: databaseOfTest.url,
    LOG_LEVEL: 'silent',
    DB_POOL_SIZE: '4',
    REDIS_URL: redisUrl,
    ...options.environment,
  });
  const logger = createLogger({ level: config.logLevel, process: 'test', destination: options.logTo });
  const shutdown = new Shutdown(logger);
  shutdown.add('local directory', () => rmSync(localDir, { recursive: true, force: true }));
  shutdown.add('test database', () => databaseOfTest.drop());

  const platform = await openPlatform({
    config,
    logger,
    shutdown,
    name: 'medspasync test',
    entities: ENTITIES,
  });
  const container = await createContainer(platform, options.shippedModel);
  shutdown.add('threads', () => container.close());
  const httpServer = createHttpServer(createApp(platform, container));
  await listen(httpServer, '127.0.0.1', 0);
  shutdown.add('http', () => closeHttpServer(httpServer));
  const { corsOrigins } = config.http;
  const realtime = await openRealtime({ ...platform, httpServer, corsOrigins });
  shutdown.add('realtime', () => realtime.close());
  platform.queue.onPublished(realtime.publishHere);

  if (options.withWorker) {
    const handlers = [...container.jobHandlers, ...(options.extraHandlers ?? [])];
    const worker = await startJobWorker({
      url: platform.database.url,
      handlers,
      concurrency: 1,
      logger,
      onEnded: (job, outcome) => platform.tellJobEnd({ kind: 'job', job, outcome }),
    });
    shutdown.add('worker', () => worker.close());
  }
  return {
    http: supertest(httpServer),
    url: `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`,
    platform,
    container,
    realtime,
    databaseUrl: platform.ownerUrl,
    createOrganization: (name) => createTestOrganization(platform, name),
    close: () => shutdown.close(),
  };
}

/** The test file before this one had an app on the same database. */
async function forgetLimits(redisUrl: string): Promise<void> {
  const client = await createClient({ url: redisUrl }).connect();
  await client.flushDb();
  client.destroy();
}
