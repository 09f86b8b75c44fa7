import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createLogger } from '../../logging/index.ts';
import { locateHome } from './home.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index.ts';
import { livePostmaster } from './postmaster.ts';

const logger = createLogger({ level: 'silent', process: 'test' });
const directories: string[] = [];
function freshDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'medspasync-embedded-'));
  chmodSync(directory, 0o755);
  directories.push(directory);
  return directory;
}
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

// One data directory for all of these: each test starts and stops the server on it.
const localDir = freshDirectory();

const start = () => startEmbeddedPostgres({ localDir, logger });
const dataOf = (server: EmbeddedPostgres): string => path.join(server.home, 'data');
const pidOf = (server: EmbeddedPostgres): number | undefined => livePostmaster(dataOf(server))?.pid;

async function query(server: EmbeddedPostgres, sql: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Keeps asking until the server answers again. */
async function queryOnceBack(server: EmbeddedPostgres, sql: string): Promise<pg.QueryResultRow[]> {
  for (;;) {
    try {
      return await query(server, sql);
    } catch {
      await sleep(50);
    }
  }
}

test('what was committed is there after kill -9, on the same port, without anyone’s help', async () => {
  const server = await start();
  await query(server, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)');
  process.kill(pidOf(server)!, 'SIGKILL');
  expect(await queryOnceBack(server, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  await server.stop();
});

test('a second process shares the running server, and the last one stops it', async () => {
  const [first, second] = await Promise.all([start(), start()]);
  expect(second.url).toBe(first.url);
  await first.stop();
  expect(pidOf(second)).toBeDefined();
  await second.stop();
  expect(pidOf(second)).toBeUndefined();
});

test('a postmaster.pid whose number now belongs to another process does not stop the start', async () => {
  const server = await start();
  await server.stop();
  writeFileSync(
    path.join(dataOf(server), 'postmaster.pid'),
    `${process.pid}\n${dataOf(server)}\n1\n5433\n\n127.0.0.1\n`,
  );
  const again = await start();
  expect(await query(again, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  await again.stop();
});

test('the password is random, kept in a file only its owner reads, and asked for', async () => {
  const server = await start();
  const file = path.join(server.home, 'owner-password');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toHaveLength(43);
  const guess = new URL(server.url);
  guess.password = 'guess';
  await expect(query({ ...server, url: guess.href }, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  await server.stop();
});

test('a failing statement leaves nothing of its values in the server’s log', async () => {
  const server = await start();
  await query(server, 'CREATE TABLE people (email text UNIQUE)');
  const twice = "INSERT INTO people VALUES ('sarah@example.com'), ('sarah@example.com')";
  await expect(query(server, twice)).rejects.toMatchObject({ code: '23505' });
  await server.stop();
  const log = readFileSync(path.join(server.home, 'server.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('sarah');
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot(
  'root in a directory only root may enter gets a database elsewhere, linked from where it should be',
  async () => {
    const checkout = path.join(freshDirectory(), 'checkout');
    const locked = path.join(checkout, '.local');
    mkdirSync(locked, { recursive: true });
    chmodSync(checkout, 0o700);
    const { directory, note } = locateHome(locked);
    expect(note).toContain(directory);
    expect(directory.startsWith(checkout)).toBe(false);
    expect(realpathSync(path.join(locked, 'postgres'))).toBe(directory);
    expect(locateHome(locked).directory).toBe(directory);
    const server = await startEmbeddedPostgres({ localDir: locked, logger });
    expect(await query(server, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await server.stop();
    rmSync(directory, { recursive: true });
  },
);

asRoot('a database that its account can no longer reach is not silently replaced by an empty one', () => {
  const checkout = freshDirectory();
  mkdirSync(path.join(checkout, 'postgres', 'data'), { recursive: true });
  chmodSync(checkout, 0o700);
  expect(() => locateHome(checkout)).toThrow(/can no longer be reached/);
});
