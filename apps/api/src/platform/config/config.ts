// What the process was told, in the code's own words. The only file that reads process.env.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import {
  concernsOf,
  type Entry,
  type Environment,
  isThisMachine,
  readEnvironment,
} from './environment-schema.ts';
import { repositoryRoot } from './repository-root.ts';
import { localKey, localSecret } from './secrets.ts';

/** Written in by bundle.mjs. */
declare const BUNDLED_COMMIT: string | undefined;

/** A variable has a value the system cannot run with. The message names every such variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const DEVELOPMENT_ORIGINS = [3000, 3001, 3002, 3003].flatMap((port) => [
  `http://localhost:${port}`,
  `http://127.0.0.1:${port}`,
]);

export type Config = ReturnType<typeof configFrom>;

/**
 * Reads the process's environment, after the repository's `.env` if there is one (which never overrides).
 * @param entry which process asks: a worker answers no browser and signs no token, so it needs less.
 * @throws ConfigError naming every bad variable.
 */
export function loadConfig(entry: Entry = 'api'): Config {
  const file = path.join(repositoryRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return configFrom(process.env, entry);
}

/** The environment for a child process of ours: this one's, with some variables replaced. */
export const childEnvironment = (replaced: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...replaced,
});

/** @throws ConfigError naming every bad variable. */
export function configFrom(source: NodeJS.ProcessEnv, entry: Entry = 'api') {
  const env = parse(source, entry);
  const inDevelopment = env.ENVIRONMENT === 'development';
  const databaseUrl = env.DATABASE_URL ?? urlFromParts(env);
  const localDir = path.resolve(repositoryRoot, env.LOCAL_DIR ?? '.local');
  return {
    environment: env.ENVIRONMENT,
    /** Sentences for the log of every start. */
    concerns: concernsOf(env),
    version: packageJson.version,
    /** Of the source this was bundled from; while it runs unbundled, nobody knows. */
    commit: typeof BUNDLED_COMMIT === 'string' ? BUNDLED_COMMIT : 'unbundled',
    logLevel: env.LOG_LEVEL,
    localDir,
    http: {
      host: env.API_HOST,
      port: env.API_PORT,
      corsOrigins: env.CORS_ORIGINS ?? (inDevelopment ? DEVELOPMENT_ORIGINS : []),
      trustedProxies: env.TRUST_PROXY,
      docsEnabled: env.DOCS_ENABLED ?? env.ENVIRONMENT !== 'production',
      metricsToken: env.METRICS_TOKEN,
      maxBodyBytes: env.MAX_BODY_MB * 1024 * 1024,
      maxUploadBytes: env.MAX_UPLOAD_MB * 1024 * 1024,
      filesAtOnce: {
        ofOrganization: env.MAX_UPLOADS_PER_ORGANIZATION,
        ofProcess: env.MAX_UPLOADS_AT_ONCE,
      },
      /** Where files stay while a request about them runs: of this process only, so that its successors can tidy up. */
      incomingDir: path.join(localDir, 'incoming', String(process.pid)),
      /** Plain-HTTP development cannot carry `__Host-` cookies. */
      secureCookies: !inDevelopment,
    },
    database: {
      /** Undefined: the embedded PostgreSQL. */
      url: databaseUrl,
      appUrl: env.DATABASE_APP_URL,
      poolSize: env.DB_POOL_SIZE,
    },
    /** Undefined: nothing is traced, and nothing of the SDK loaded. */
    traces: env.OTEL_EXPORTER_OTLP_ENDPOINT && { endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT },
    redisUrl: env.REDIS_URL,
    jobs: {
      /** On loopback; undefined: a worker shows no metrics. */
      metricsPort: env.WORKER_METRICS_PORT,
      workerProcesses: env.API_WORKERS ?? (inDevelopment || !databaseUrl ? 1 : 0),
      concurrency: env.MAX_WORKERS,
      threadsPerJob: env.JOB_THREADS,
      batchSize: env.BATCH_SIZE,
      maxHeapMb: Math.floor(env.MAX_MEMORY_GB * 1024),
    },
    /** Of one process; more is said in the log, the metrics and /status. */
    limits: { cpuPercent: env.CPU_LIMIT_PERCENT, memoryGb: env.MAX_MEMORY_GB },
    model: {
      threshold: env.MODEL_THRESHOLD,
      /** Undefined: the model this version ships with. */
      directory: env.MODEL_DIR === undefined ? undefined : path.resolve(repositoryRoot, env.MODEL_DIR),
      threads: Math.max(1, Math.floor((availableParallelism() * env.CPU_LIMIT_PERCENT) / 100)),
    },
    tokens: {
      secret: env.JWT_SECRET ?? localSecret(localDir, 'jwt-secret'),
      previousSecret: env.JWT_PREVIOUS_SECRET,
      issuer: env.JWT_ISSUER,
      audience: env.JWT_AUDIENCE,
      accessTtlSeconds: env.JWT_ACCESS_TTL_SECONDS,
    },
    /** Both newest first. */
    fernetKeys: env.FERNET_KEYS ?? [localKey(localDir, 'fernet-key')],
    audit: {
      keys: env.AUDIT_KEYS ?? [localKey(localDir, 'audit-key')],
      anchorDir: path.resolve(repositoryRoot, env.AUDIT_ANCHOR_DIR ?? path.join(localDir, 'audit-anchors')),
    },
    sessions: {
      idleMs: env.SESSION_IDLE_MINUTES * 60_000,
      maxMs: env.SESSION_MAX_HOURS * 3_600_000,
    },
    webhooks: {
      firstRetryMs: env.WEBHOOK_RETRY_SECONDS * 1000,
      /**
       * Whether only https to addresses of the public internet is called. A developer's receiver is on this machine, and so
       * is the database: a worker elsewhere that was told no environment is no developer's.
       */
      publicOnly: !inDevelopment || !isOnThisMachine(databaseUrl),
    },
    secondFactor: {
      requiredForAdmin: env.MFA_REQUIRED_FOR_ADMIN ?? !inDevelopment,
    },
  };
}

/** @param databaseUrl undefined: the embedded one. */
const isOnThisMachine = (databaseUrl: string | undefined): boolean =>
  databaseUrl === undefined || isThisMachine(new URL(databaseUrl));

function parse(source: NodeJS.ProcessEnv, entry: Entry): Environment {
  // `NAME=` in a file means "not set", as in every shell script.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const read = readEnvironment(given, entry);
  if (!Array.isArray(read)) return read;
  const lines = read.map(({ name, message }) => `  ${name}: ${message}`);
  throw new ConfigError(`The environment is not valid:\n${lines.join('\n')}`);
}

function urlFromParts(env: Environment): string | undefined {
  if (!env.DB_HOST) return undefined;
  const url = new URL(`postgres://${env.DB_HOST}:${env.DB_PORT ?? 5432}/${env.DB_NAME ?? 'medspasync'}`);
  url.username = env.DB_USER ?? 'medspasync';
  url.password = env.DB_PASSWORD ?? '';
  if (env.ENVIRONMENT === 'production' && !isThisMachine(url)) url.searchParams.set('sslmode', 'verify-full');
  return url.href;
}
