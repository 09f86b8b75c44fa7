import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configFrom } from './config.ts';

const directories: string[] = [];
function localDir(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'medspasync-config-'));
  directories.push(directory);
  return directory;
}
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true });
});
const PUBLISHED_KEY = 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=';
const production = {
  ENVIRONMENT: 'production',
  CORS_ORIGINS: 'https://app.spa.test',
  JWT_SECRET: 'q8Zt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oT',
  FERNET_KEYS: 'q8Zt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0a1=',
  AUDIT_KEYS: 'w3Lt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0b2=',
};

test('development works with no environment at all', () => {
  const dir = localDir();
  const config = configFrom({ LOCAL_DIR: dir });
  expect(config.http.port).toBe(8000);
  expect(config.database.url).toBeUndefined();
  expect(config.jobs.workerProcesses).toBe(1);
  expect(config.http.corsOrigins).toContain('http://localhost:3000');
  expect(statSync(path.join(dir, 'jwt-secret')).mode & 0o777).toBe(0o600);
});

test('the generated development secret is the same at the next start', () => {
  const dir = localDir();
  expect(configFrom({ LOCAL_DIR: dir }).tokens.secret).toBe(configFrom({ LOCAL_DIR: dir }).tokens.secret);
});

test('every bad variable is named in one message', () => {
  const start = () => configFrom({ API_PORT: '80x', MODEL_THRESHOLD: '1.5', REDIS_URL: 'http://x' });
  expect(start).toThrow(/API_PORT: must be a whole number/);
  expect(start).toThrow(/MODEL_THRESHOLD: must be at most 1/);
  expect(start).toThrow(/REDIS_URL: must be a URL starting with redis/);
});

test('production starts with its own secret and listed origins', () => {
  expect(configFrom(production).http.corsOrigins).toEqual(['https://app.spa.test']);
});

test.each([
  ['a development secret', { JWT_SECRET: 'development-only-secret-development-only' }, 'JWT_SECRET'],
  ['a secret of one repeated letter', { JWT_SECRET: 'a'.repeat(40) }, 'JWT_SECRET'],
  ['no secret', { JWT_SECRET: '' }, 'JWT_SECRET'],
  ['no key for patient data', { FERNET_KEYS: '' }, 'FERNET_KEYS'],
  ['the key of the Fernet specification', { FERNET_KEYS: PUBLISHED_KEY }, 'FERNET_KEYS'],
  ['no key for the audit log', { AUDIT_KEYS: '' }, 'AUDIT_KEYS'],
  ['an audit key of one repeated letter', { AUDIT_KEYS: `${'a'.repeat(43)}=` }, 'AUDIT_KEYS'],
  ['any origin', { CORS_ORIGINS: '*' }, 'CORS_ORIGINS'],
  ['no origin', { CORS_ORIGINS: '' }, 'CORS_ORIGINS'],
  ['a far database without TLS', { DATABASE_URL: 'postgres://a:b@db.internal/x' }, 'DATABASE_URL'],
  ['a far Redis without TLS', { REDIS_URL: 'redis://cache.internal:6379' }, 'REDIS_URL'],
  ['an hour without use', { SESSION_IDLE_MINUTES: '60' }, 'SESSION_IDLE_MINUTES'],
  ['a session of a day', { SESSION_MAX_HOURS: '24' }, 'SESSION_MAX_HOURS'],
  ['one key for patients and the audit log', { AUDIT_KEYS: production.FERNET_KEYS }, 'AUDIT_KEYS'],
  ['one key for patients and tokens', { JWT_SECRET: production.FERNET_KEYS }, 'JWT_SECRET'],
  ['a web origin without TLS', { CORS_ORIGINS: 'https://app.spa.test,http://app.spa.test' }, 'CORS_ORIGINS'],
  [
    'a far database with TLS turned off',
    { DATABASE_URL: 'postgres://a:b@10.0.0.5/x?sslmode=disable' },
    'DATABASE_URL',
  ],
  [
    'a far database without TLS for the application',
    { DATABASE_URL: 'postgres://a:b@localhost/x', DATABASE_APP_URL: 'postgres://c:d@db.internal/x' },
    'DATABASE_APP_URL',
  ],
])('production refuses %s', (_, replaced, name) => {
  expect(() => configFrom({ ...production, ...replaced })).toThrow(new RegExp(`${name}: `));
});

test.each([
  'postgres://a:b@db.internal/x?sslmode=verify-full',
  'postgres://a:b@localhost/x',
  'postgres://a:b@127.0.0.1:5433/x?sslmode=disable',
  'postgres://a:b@[::1]/x',
])('production takes the database at %s', (url) => {
  expect(configFrom({ ...production, DATABASE_URL: url }).database.url).toBe(url);
});

test.each([
  { REDIS_URL: 'rediss://cache.internal:6379' },
  { REDIS_URL: 'redis://127.0.0.1:6379' },
  { CORS_ORIGINS: 'https://app.spa.test,http://localhost:3000' },
  { SESSION_IDLE_MINUTES: '15', SESSION_MAX_HOURS: '12' },
])('production takes %j', (given) => {
  expect(configFrom({ ...production, ...given }).environment).toBe('production');
});

test('production names all that is wrong at once, what cannot be read beside what it will not have', () => {
  const start = () =>
    configFrom({
      ...production,
      API_PORT: '80x',
      JWT_SECRET: 'short',
      REDIS_URL: 'redis://cache.internal',
      SESSION_IDLE_MINUTES: '60',
      AUDIT_KEYS: production.FERNET_KEYS,
    });
  const names = ['API_PORT', 'JWT_SECRET', 'REDIS_URL', 'AUDIT_KEYS', 'SESSION_IDLE_MINUTES'];
  expect(start).toThrow(new RegExp(`^[^:]+:\n${names.map((name) => `  ${name}: .+`).join('\n')}$`));
});

test('production without a second factor for administrators starts, and says so every time', () => {
  const concerns = (given: object) => configFrom({ ...production, ...given }).concerns;
  expect(concerns({})).toEqual([]);
  expect(concerns({ MFA_REQUIRED_FOR_ADMIN: 'false' })).toEqual([
    expect.stringContaining('MFA_REQUIRED_FOR_ADMIN is false'),
  ]);
});

test('the parts of a database address make a URL, passwords escaped, in production with TLS', () => {
  const { database } = configFrom({ ...production, DB_HOST: 'db.internal', DB_PASSWORD: 'p@ss/word' });
  expect(database.url).toBe(
    'postgres://medspasync:p%40ss%2Fword@db.internal:5432/medspasync?sslmode=verify-full',
  );
});

test.each([
  { DB_NAME: 'spa' },
  { DB_USER: 'spa', DB_PASSWORD: 'secret' },
  { DB_PORT: '5433' },
])('a part of a database address without its host is refused, and no other database started: %j', (given) => {
  const name = Object.keys(given)[0]!;
  expect(() => configFrom({ LOCAL_DIR: localDir(), ...given })).toThrow(`${name}: needs DB_HOST`);
  expect(() => configFrom({ ...given, DB_HOST: 'localhost', LOCAL_DIR: localDir() })).not.toThrow();
});

describe('a worker', () => {
  const { CORS_ORIGINS: _, JWT_SECRET: __, ...keys } = production;
  const far = { ...keys, DATABASE_URL: 'postgres://a:b@db.internal/x?sslmode=verify-full' };

  test('starts in production with the database and its keys alone', () => {
    expect(configFrom({ ...far, LOCAL_DIR: localDir() }, 'worker').webhooks.publicOnly).toBe(true);
    expect(() => configFrom(far)).toThrow(/CORS_ORIGINS: .*\n.*JWT_SECRET: /);
  });

  test.each([
    ['no key for patient data', { FERNET_KEYS: '' }, 'FERNET_KEYS'],
    ['no key for the audit log', { AUDIT_KEYS: '' }, 'AUDIT_KEYS'],
    ['a database without TLS', { DATABASE_URL: 'postgres://a:b@db.internal/x' }, 'DATABASE_URL'],
    ['a development secret', { JWT_SECRET: 'development-only-secret-development-only' }, 'JWT_SECRET'],
  ])('refuses %s in production', (_, replaced, name) => {
    expect(() => configFrom({ ...far, ...replaced }, 'worker')).toThrow(new RegExp(`${name}: `));
  });

  test('that was told no environment sends webhooks to the public internet alone, unless its database is here', () => {
    const publicOnly = (given: object) =>
      configFrom({ LOCAL_DIR: localDir(), ...given }, 'worker').webhooks.publicOnly;
    expect(publicOnly({ DATABASE_URL: 'postgres://a:b@db.internal/x' })).toBe(true);
    expect(publicOnly({ DB_HOST: '10.0.0.5' })).toBe(true);
    expect(publicOnly({ DATABASE_URL: 'postgres://a:b@127.0.0.1:5433/x' })).toBe(false);
    expect(publicOnly({})).toBe(false);
    expect(publicOnly({ ENVIRONMENT: 'staging', DB_HOST: 'localhost' })).toBe(true);
  });
});

test('a variable set to nothing counts as not set', () => {
  expect(configFrom({ LOCAL_DIR: localDir(), API_PORT: '' }).http.port).toBe(8000);
});
