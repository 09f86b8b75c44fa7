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

test('the parts of a database address make a URL, passwords escaped, in production with TLS', () => {
  const { database } = configFrom({ ...production, DB_HOST: 'db.internal', DB_PASSWORD: 'p@ss/word' });
  expect(database.url).toBe(
    'postgres://medspasync:p%40ss%2Fword@db.internal:5432/medspasync?sslmode=verify-full',
  );
});

test('a variable set to nothing counts as not set', () => {
  expect(configFrom({ LOCAL_DIR: localDir(), API_PORT: '' }).http.port).toBe(8000);
});
