// One real PostgreSQL for a whole Jest run, its database migrated once and then copied for each test file.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate, startEmbeddedPostgres } from '../platform/database/index.ts';
import { createLogger } from '../platform/logging/index.ts';
import { announceTestServer } from './test-environment.ts';

/** @returns how to stop it and take its files away. */
export async function startTestServer(): Promise<() => Promise<void>> {
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
