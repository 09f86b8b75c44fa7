// The API's own tests, every test app on the given PostgreSQL and Redis.
import path from 'node:path';
import { outcomeIn, runHere } from './run.mjs';

/** A bound on hanging, as the tests' own, for a run of half an hour that may share its machine with anything. */
const TEST_TIMEOUT_MS = 300_000;

/**
 * @param {{ administratorUrl: string, redisUrl: string }} servers @param {string} folder for the report
 * @param {string} [words] of the names of the tests; default: all
 */
export async function runApiTests({ administratorUrl, redisUrl }, folder, words) {
  const report = path.join(folder, 'jest.json');
  const args = ['apps/api', '--json', `--outputFile=${report}`, `--testTimeout=${TEST_TIMEOUT_MS}`];
  if (words !== undefined) args.push('--testNamePattern', words);
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
