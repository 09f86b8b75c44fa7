// Every environment variable of the system: its group, its reading, its default and one line for .env.example.
import * as z from 'zod';
import { decimal, flag, keyList, origins, urlOf, wholeNumber } from './fields.ts';

export interface Variable<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  comment: string;
  /** Shown in .env.example; the value itself comes from the schema's default. */
  example: string;
}

const variable = <Schema extends z.ZodType>(
  schema: Schema,
  example: string,
  comment: string,
): Variable<Schema> => ({
  schema,
  example,
  comment,
});

export const BACKEND_GROUPS = {
  'API server': {
    ENVIRONMENT: variable(
      z.enum(['development', 'staging', 'production']).default('development'),
      'development',
      'development | staging | production. Say it to workers too: development refuses least, and calls webhooks of this machine where the database is here.',
    ),
    API_HOST: variable(z.string().default('0.0.0.0'), '0.0.0.0', 'Address the API listens on.'),
    API_PORT: variable(wholeNumber(1, 65_535).prefault('8000'), '8000', 'Port the API listens on.'),
    API_WORKERS: variable(
      wholeNumber(0, 64).optional(),
      '1',
      'Job worker processes the API starts itself. Default: 1 in development or with the embedded database, else 0.',
    ),
    CORS_ORIGINS: variable(
      origins.optional(),
      'http://localhost:3000',
      'Origins that may call with credentials, separated by commas. Default in development: ports 3000–3003 of this machine. Production refuses * and http://.',
    ),
    TRUST_PROXY: variable(
      wholeNumber(0, 10).prefault('0'),
      '0',
      'How many proxies in front may name the caller by X-Forwarded-For.',
    ),
    LOG_LEVEL: variable(
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
      'info',
      'fatal | error | warn | info | debug | silent.',
    ),
    DOCS_ENABLED: variable(
      flag.optional(),
      'true',
      'Whether /docs, /redoc and /openapi.json answer. Default: everywhere but in production.',
    ),
    METRICS_TOKEN: variable(
      z.string().min(16, 'must have at least 16 characters').optional(),
      '',
      'Bearer token for /metrics from another machine; without it, only loopback may read them.',
    ),
    WORKER_METRICS_PORT: variable(
      wholeNumber(1, 65_000).optional(),
      '9464',
      'Where a worker answers /metrics to this machine; a second one that the API starts takes the next port. None: nowhere.',
    ),
    OTEL_EXPORTER_OTLP_ENDPOINT: variable(
      urlOf('http:', 'https:').optional(),
      'http://localhost:4318',
      'OpenTelemetry collector (OTLP over HTTP) that traces are sent to. None: nothing is traced.',
    ),
    LOCAL_DIR: variable(
      z.string().optional(),
      '.local',
      'Where local state lives (embedded database, generated development secrets).',
    ),
  },
  'Work and limits': {
    MAX_WORKERS: variable(wholeNumber(1, 64).prefault('2'), '2', 'Jobs one worker process runs at a time.'),
    JOB_THREADS: variable(
      wholeNumber(1, 64).prefault('1'),
      '1',
      'Threads in which one job looks for pairs; each takes a processor, and memory beyond MAX_MEMORY_GB.',
    ),
    BATCH_SIZE: variable(
      wholeNumber(1, 100_000).prefault('1000'),
      '1000',
      'Transactions between two looks at “cancelled?” and two progress reports.',
    ),
    MODEL_THRESHOLD: variable(
      decimal(0, 1).prefault('0.95'),
      '0.95',
      'Smallest probability that counts as a match, where a caller gives none.',
    ),
    MODEL_DIR: variable(
      z.string().optional(),
      '',
      'Directory of the model to score with (model.onnx and manifest.json), its service encoder in the directory beside it. Default: the one shipped.',
    ),
    MAX_MEMORY_GB: variable(
      decimal(0.25, 1024).prefault('4'),
      '4',
      'Heap of one worker process, in GB; a process that is larger says so.',
    ),
    CPU_LIMIT_PERCENT: variable(
      wholeNumber(1, 100).prefault('80'),
      '80',
      'Share of the processors the model runtime may use; a process that uses more of them for 15 seconds says so.',
    ),
    MAX_UPLOAD_MB: variable(wholeNumber(1, 1024).prefault('100'), '100', 'Largest file, in MB.'),
    MAX_UPLOADS_AT_ONCE: variable(
      wholeNumber(1, 1000).prefault('64'),
      '64',
      'Files that come in at once, in one API process; more are told to come again (503).',
    ),
    MAX_UPLOADS_PER_ORGANIZATION: variable(
      wholeNumber(1, 1000).prefault('16'),
      '16',
      'The same of one organization (429).',
    ),
    MAX_BODY_MB: variable(
      wholeNumber(1, 256).prefault('32'),
      '32',
      'Largest JSON body with whole books, in MB.',
    ),
  },
  'Database: none of these means the embedded PostgreSQL': {
    DATABASE_URL: variable(
      urlOf('postgres:', 'postgresql:').optional(),
      '',
      'The owner of the schema: migrates and creates the role the API connects as.',
    ),
    DATABASE_APP_URL: variable(
      urlOf('postgres:', 'postgresql:').optional(),
      '',
      'The role the API connects as, when an administrator manages roles. Must be bound by row-level security.',
    ),
    DB_HOST: variable(
      z.string().optional(),
      '',
      'Instead of DATABASE_URL, its parts. The others are refused without it.',
    ),
    DB_PORT: variable(wholeNumber(1, 65_535).optional(), '5432', 'Port of the database server.'),
    DB_NAME: variable(z.string().optional(), 'medspasync', 'Name of the database.'),
    DB_USER: variable(z.string().optional(), 'medspasync', 'Owner of the schema.'),
    DB_PASSWORD: variable(z.string().optional(), '', 'Password of DB_USER.'),
    DB_POOL_SIZE: variable(
      wholeNumber(1, 200).prefault('10'),
      '10',
      'Connections one process holds at most.',
    ),
  },
  'Redis: without it, limits and sockets stay in the process': {
    REDIS_URL: variable(
      urlOf('redis:', 'rediss:').optional(),
      '',
      'Shared rate limits and socket fan-out, for more than one API process. Production takes rediss:// alone for a server elsewhere.',
    ),
  },
  'Tokens and sessions': {
    JWT_SECRET: variable(
      z.string().min(32, 'must have at least 32 characters').optional(),
      '',
      'Signs access tokens: at least 32 random characters (openssl rand -base64 48). Development makes its own.',
    ),
    JWT_PREVIOUS_SECRET: variable(
      z.string().min(32, 'must have at least 32 characters').optional(),
      '',
      'While rotating: tokens signed with this are still accepted.',
    ),
    JWT_ISSUER: variable(z.string().min(1).default('medspasync'), 'medspasync', 'iss of access tokens.'),
    JWT_AUDIENCE: variable(
      z.string().min(1).default('medspasync-api'),
      'medspasync-api',
      'aud of access tokens.',
    ),
    JWT_ACCESS_TTL_SECONDS: variable(
      wholeNumber(60, 900).prefault('600'),
      '600',
      'Life of an access token, in seconds; at most 15 minutes.',
    ),
    SESSION_IDLE_MINUTES: variable(
      wholeNumber(1, 1440).prefault('15'),
      '15',
      'A session unused for this long ends, in minutes; at most 15 in production.',
    ),
    SESSION_MAX_HOURS: variable(
      wholeNumber(1, 168).prefault('12'),
      '12',
      'A session ends after this, in hours; at most 12 in production.',
    ),
    MFA_REQUIRED_FOR_ADMIN: variable(
      flag.optional(),
      'true',
      'Whether administrators need a second factor. Default: everywhere but in development.',
    ),
  },
  Webhooks: {
    WEBHOOK_RETRY_SECONDS: variable(
      wholeNumber(1, 3600).prefault('10'),
      '10',
      'Wait before a webhook that was not accepted is sent again, in seconds; it doubles every time.',
    ),
  },
  'Patient data and the audit log': {
    FERNET_KEYS: variable(
      keyList.optional(),
      '',
      'Encrypt patient data: base64url keys of 32 bytes, newest first (openssl rand -base64 32 | tr +/ -_). Development makes its own.',
    ),
    AUDIT_KEYS: variable(
      keyList.optional(),
      '',
      'Seal the audit log, made and listed as FERNET_KEYS. Keep an old key for as long as events sealed with it are to be verified.',
    ),
    AUDIT_ANCHOR_DIR: variable(
      z.string().optional(),
      '.local/audit-anchors',
      'Where the heads of the audit log are signed to, every hour. Best on another disk than the database.',
    ),
  },
  Backups: {
    BACKUP_DIR: variable(
      z.string().optional(),
      'backups',
      'Reserved: nothing makes backups yet. Where they will be kept.',
    ),
    BACKUP_RETENTION_DAYS: variable(
      wholeNumber(1, 3650).prefault('30'),
      '30',
      'Reserved, as BACKUP_DIR. Days a backup will be kept.',
    ),
    BACKUP_MAX_COUNT: variable(
      wholeNumber(1, 10_000).prefault('100'),
      '100',
      'Reserved, as BACKUP_DIR. Backups kept at most.',
    ),
  },
} as const satisfies Record<string, Record<string, Variable>>;

/** Read by the front ends at build time; listed here so that one .env.example covers the repository. */
export const FRONT_END_GROUPS: Record<string, Record<string, Omit<Variable, 'schema'>>> = {
  'Web app (Vite), read at build time': {
    VITE_API_BASE_URL: { example: 'http://localhost:8000', comment: 'Where the browser finds the API.' },
    VITE_APP_ENVIRONMENT: {
      example: 'development',
      comment: 'development | staging | production | demo (the sandbox).',
    },
    VITE_ENABLE_AI_RECONCILIATION: { example: 'true', comment: 'Whether reconciliation is offered.' },
  },
  'Next.js demo, read at build time': {
    NEXT_PUBLIC_API_BASE_URL: {
      example: 'http://localhost:8000',
      comment: 'Where the browser finds the API.',
    },
    NEXT_PUBLIC_APP_ENVIRONMENT: { example: 'development', comment: 'development | staging | production.' },
    NEXT_PUBLIC_ENABLE_AI_RECONCILIATION: { example: 'true', comment: 'Whether reconciliation is offered.' },
  },
};
