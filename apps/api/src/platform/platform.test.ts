import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testServerUrl } from '../testing/test-environment.ts';
import { configFrom } from './config/index.ts';
import { createLogger } from './logging/index.ts';
import { openPlatform } from './platform.ts';
import { Shutdown } from './shutdown.ts';

const logger = createLogger({ level: 'silent', process: 'test' });
const localDir = mkdtempSync(path.join(tmpdir(), 'medspasync-platform-'));
afterAll(() => rmSync(localDir, { recursive: true }));

const open = (DATABASE_URL: string) =>
  openPlatform({
    config: configFrom({ LOCAL_DIR: localDir, DATABASE_URL }),
    logger,
    shutdown: new Shutdown(logger),
    name: 'test',
    entities: [],
  });

test('a database that does not answer is told by its variable and address, without the password', async () => {
  const opened = open('postgres://owner:canary@127.0.0.1:1/spa');
  await expect(opened).rejects.toThrow('DATABASE_URL (or DB_HOST): no connection to 127.0.0.1:1/spa');
  await expect(opened).rejects.not.toThrow(/canary/);
});

test('a wrong password for the database is told by its variable', async () => {
  const url = new URL(testServerUrl());
  url.username = 'nobody';
  url.password = 'canary';
  const opened = open(url.href);
  await expect(opened).rejects.toThrow(/^DATABASE_URL .* \(28/);
  await expect(opened).rejects.not.toThrow(/canary/);
});
