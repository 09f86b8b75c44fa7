// The only file of the tests that reads the environment: the servers they were given, and how the one database server of
// a run is told to the processes of its test files.

const NAME = 'MEDSPASYNC_TEST_DATABASE_URL';

/** More than one test file starts. */
const APPS_OF_A_FILE = 500;
let apps = 0;

export function announceTestServer(url: string): void {
  process.env[NAME] = url;
}

export function testServerUrl(): string {
  const url = process.env[NAME];
  if (!url) throw new Error('no test database: run the tests through Jest, which starts one');
  return url;
}

/** An owner's URL on a PostgreSQL that runs already; without it, a run starts an embedded one. */
export const givenServerUrl = (): string | undefined => process.env.TEST_DATABASE_URL;

/**
 * A Redis that runs already and has databases by the thousand: one for each test app, because all requests come from one
 * address, and what one app counts would count against the next.
 */
export function givenRedisUrl(): string | undefined {
  const url = process.env.TEST_REDIS_URL;
  if (!url) return undefined;
  apps += 1;
  return `${url}/${Number(process.env.JEST_WORKER_ID ?? 0) * APPS_OF_A_FILE + apps}`;
}
