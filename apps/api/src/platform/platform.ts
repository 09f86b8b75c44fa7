// What both entries stand on, opened in order; `shutdown` learns how to close each.
import { mkdirSync } from 'node:fs';
import type { Config } from './config/index.ts';
import { type AccessTokens, accessTokens } from './crypto/index.ts';
import { type Database, migrate, openDatabase, reaching, startEmbeddedPostgres } from './database/index.ts';
import { type Authenticator, createAuthenticator } from './identity/index.ts';
import type { Logger } from './logging/index.ts';
import {
  countJobEnd,
  createMetrics,
  type JobEnd,
  type Metrics,
  measurePool,
  measureQueue,
} from './metrics/index.ts';
import { type JobQueue, openJobQueue } from './queue/index.ts';
import { openRedis, type RedisClient } from './redis/index.ts';
import type { Shutdown } from './shutdown.ts';

export interface Platform {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  database: Database;
  redis: RedisClient | undefined;
  queue: JobQueue;
  /** Counts a job that this process ended, or has it counted by the API that started it. */
  tellJobEnd(end: JobEnd): void;
  tokens: AccessTokens;
  authenticator: Authenticator;
  /** The owner's, for a worker process of ours. */
  ownerUrl: string;
}

export async function openPlatform(options: {
  config: Config;
  logger: Logger;
  shutdown: Shutdown;
  /** Shown by PostgreSQL for our connections. */
  name: string;
  entities: Parameters<typeof openDatabase>[0]['entities'];
  /** Default: jobs are counted in the metrics of this process. */
  tellJobEnd?: ((end: JobEnd) => void) | undefined;
}): Promise<Platform> {
  const { config, logger, shutdown, name } = options;
  if (config.traces) {
    // The SDK is loaded where it is asked for, and nowhere else.
    const { startExport } = await import('./tracing/otlp.ts');
    const traces = startExport({ ...config.traces, serviceName: name, version: config.version });
    shutdown.add('traces', () => traces.close());
  }
  mkdirSync(config.localDir, { recursive: true });
  const ownerUrl = config.database.url ?? (await startDatabaseServer(config, logger, shutdown));
  const { appUrl, poolSize } = config.database;
  const metrics = createMetrics(config);
  const onQuery = (seconds: number) => metrics.querySeconds.observe(seconds);
  const variable = 'DATABASE_URL (or DB_HOST)';
  await reaching(variable, ownerUrl, () => migrate(ownerUrl, appUrl));
  const database = await reaching(appUrl ? 'DATABASE_APP_URL' : variable, appUrl ?? ownerUrl, () =>
    openDatabase({ ownerUrl, appUrl, poolSize, applicationName: name, entities: options.entities, onQuery }),
  );
  shutdown.add('database', () => database.close());

  const redis = config.redisUrl ? await openRedis(config.redisUrl, logger) : undefined;
  if (redis) shutdown.add('redis', () => redis.close());

  const queue = await openJobQueue(database.url, logger);
  shutdown.add('queue', () => queue.close());

  measurePool(metrics, database.poolCounts);
  measureQueue(metrics, queue.name, queue.counts);
  const tellJobEnd = options.tellJobEnd ?? ((end) => countJobEnd(metrics, end));

  const tokens = accessTokens(config.tokens);
  const authenticator = createAuthenticator({
    tokens,
    database,
    sessionIdleMs: config.sessions.idleMs,
    secondFactor: config.secondFactor,
  });
  return { config, logger, metrics, database, redis, queue, tellJobEnd, tokens, authenticator, ownerUrl };
}

async function startDatabaseServer(config: Config, logger: Logger, shutdown: Shutdown): Promise<string> {
  const server = await startEmbeddedPostgres({ localDir: config.localDir, logger });
  shutdown.add('embedded database', () => server.stop());
  logger.info({ home: server.home }, 'embedded database is ready');
  return server.url;
}
