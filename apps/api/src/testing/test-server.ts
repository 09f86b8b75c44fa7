// One real PostgreSQL for a whole Jest run, its database migrated once and then copied for each test file.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate, startEmbeddedPostgres } from '../platform/database/index.ts';
import { createLogger } from '../platform/logging/index.ts';
import { announceTestServer, givenServerUrl } from './test-environment.ts';

/** @returns how to take away whatever the run has left. */
export async function startTestServer(): Promise<() => Promise<void>> {
  const given = givenServerUrl();
  return given === undefined ? startServerOfOurOwn() : useServer(given);
}

/** On a server that is somebody else's, all of the run's databases are dropped. */
async function useServer(given: string): Promise<() => Promise<void>> {
  const template = new URL(given);
  template.pathname = `/test_template_${randomBytes(6).toString('hex')}`;
  const name = template.pathname.slice(1);
  await inDatabase(given, `CREATE DATABASE ${name}`);
  await migrate(template.href, undefined);
  announceTestServer(template.href);
  return () => inDatabase(given, `DROP DATABASE ${name} WITH (FORCE)`);
}

async function inDatabase(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function startServerOfOurOwn(): Promise<() => Promise<void>> {
  const localDir = mkdtempSync(path.join(tmpdir(), 'medspasync-test-'));
  chmodSync(localDir, 0o755);
  const server = await startEmbeddedPostgres({
    localDir,
    logger: createLogger({ level: 'warn', process: 'test' }),
    // Nothing here outlives the run, so nothing needs to reach the disk.
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' },
  });
  await migrate(server.url, undefined);
  announceTestServer(server.url);
  return async () => {
    await server.stop();
    rmSync(localDir, { recursive: true, force: true });
  };
}
