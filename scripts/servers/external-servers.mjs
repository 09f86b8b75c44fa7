// A PostgreSQL 15 and a Redis of this machine, started in a temporary folder: what a deployment brings along itself.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CHILD_ENVIRONMENT } from '../ecosystem/config.mjs';
import { freePorts } from './free-ports.mjs';
import { startServer } from './server-process.mjs';

const POSTGRES_PROGRAMS = '/usr/lib/postgresql/15/bin';
const DATABASE = 'medspasync';
/** Owns the database and makes the API's role, and is no superuser. */
const OWNER = 'medspasync';
const ADMINISTRATOR = 'postgres';

/** One for each app of the API's tests. */
const REDIS_DATABASES = 10_000;

/** PostgreSQL refuses to run as root; "nobody" then runs it. */
const NOBODY = 65_534;
const account = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined;

/** @returns {string[]} what has to be installed first */
export function missingServers() {
  return [
    ...(existsSync(POSTGRES_PROGRAMS)
      ? []
      : [`PostgreSQL 15 in ${POSTGRES_PROGRAMS} (Debian 12: apt-get install postgresql)`]),
    ...(isInstalled('redis-server') ? [] : ['redis-server (Debian: apt-get install redis-server)']),
  ];
}

/** @param {string} program */
function isInstalled(program) {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} folder that "nobody" can reach */
export async function startExternalServers(folder) {
  const [postgresPort = 0, redisPort = 0] = await freePorts(2);
  const postgres = await startPostgres(folder, postgresPort);
  const redis = await startServer({
    command: 'redis-server',
    args: [
      '--port',
      String(redisPort),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--databases',
      String(REDIS_DATABASES),
    ],
    environment: CHILD_ENVIRONMENT,
    readyWords: 'Ready to accept connections',
    log: path.join(folder, 'redis.log'),
    directory: folder,
  });
  return {
    databaseUrl: postgres.url,
    /** Of a superuser, on the server's own database. */
    administratorUrl: postgres.administratorUrl,
    redisUrl: `redis://127.0.0.1:${redisPort}`,
    versions: `${versionOf('postgres')}, ${/v=\S+/.exec(execFileSync('redis-server', ['--version'], { encoding: 'utf8' }))?.[0].replace('v=', 'Redis ')}`,
    async stop() {
      await Promise.all([redis.stop(), postgres.server.stop('SIGINT')]); // SIGINT is PostgreSQL's fast shutdown.
    },
  };
}

/** @param {string} folder @param {number} port */
async function startPostgres(folder, port) {
  const home = path.join(folder, 'postgresql');
  mkdirSync(home);
  const [passwordFile, data] = [path.join(home, 'password'), path.join(home, 'data')];
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const file of [home, passwordFile]) chownSync(file, account.uid, account.gid);
  const login = ['-U', ADMINISTRATOR, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256'];
  program('initdb', ['-D', data, ...login, '-E', 'UTF8', '--locale=C.UTF-8'], home);
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: home,
    max_connections: 300,
  };
  const server = await startServer({
    command: path.join(POSTGRES_PROGRAMS, 'postgres'),
    args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    environment: CHILD_ENVIRONMENT,
    readyWords: 'database system is ready to accept connections',
    log: path.join(folder, 'postgresql.log'),
    directory: home,
    account,
  });
  const reach = [
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '-U',
    ADMINISTRATOR,
    '-d',
    'postgres',
    '-v',
    'ON_ERROR_STOP=1',
  ];
  for (const statement of [
    `CREATE ROLE ${OWNER} LOGIN CREATEROLE CREATEDB PASSWORD '${password}'`,
    `CREATE DATABASE ${DATABASE} OWNER ${OWNER}`,
  ])
    program('psql', [...reach, '-c', statement], home, { PGPASSWORD: password });
  /** @param {string} user @param {string} database */
  const urlOf = (user, database) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return { server, url: urlOf(OWNER, DATABASE), administratorUrl: urlOf(ADMINISTRATOR, 'postgres') };
}

/** @param {string} name @param {string[]} args @param {string} directory @param {Record<string, string>} [environment] */
const program = (name, args, directory, environment = {}) =>
  execFileSync(path.join(POSTGRES_PROGRAMS, name), args, {
    cwd: directory,
    env: { ...CHILD_ENVIRONMENT, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
    ...account,
  });

/** @param {string} name */
const versionOf = (name) =>
  execFileSync(path.join(POSTGRES_PROGRAMS, name), ['--version'], { encoding: 'utf8' })
    .trim()
    .replace(/^postgres \(PostgreSQL\) (\S+).*$/, 'PostgreSQL $1');
