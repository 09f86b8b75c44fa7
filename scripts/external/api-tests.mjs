// The API's own tests, every test app on the given PostgreSQL and Redis.
import path from 'node:path';
import { outcomeIn, runHere } from './run.mjs';

/** @param {{ administratorUrl: string, redisUrl: string }} servers @param {string} folder for the report */
export async function runApiTests({ administratorUrl, redisUrl }, folder) {
  const report = path.join(folder, 'jest.json');
  const args = ['apps/api', '--json', `--outputFile=${report}`, '--testLocationInResults=false'];
  const code = await runHere('jest', args, {
    NODE_ENV: 'test',
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
    TEST_DATABASE_URL: administratorUrl,
    TEST_REDIS_URL: redisUrl,
  });
  return outcomeIn(
    report,
    code,
    ({ numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) => ({
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests,
    }),
  );
}
