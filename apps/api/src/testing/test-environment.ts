// How the one database server of a run is told to the processes of its test files.

const NAME = 'MEDSPASYNC_TEST_DATABASE_URL';

export function announceTestServer(url: string): void {
  process.env[NAME] = url;
}

export function testServerUrl(): string {
  const url = process.env[NAME];
  if (!url) throw new Error('no test database: run the tests through Jest, which starts one');
  return url;
}
