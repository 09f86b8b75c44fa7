// The threads of a whole Jest run, bundled once: loading their source anew takes longer than most jobs of a test.
import { rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle, THREADS } from '../../bundle.mjs';

const THREADS_OF_TESTS = [
  { in: 'src/platform/work-thread/testing/thread-of-tests.ts', out: 'thread-of-tests' },
];

/** @returns how to take them away again */
export async function bundleTestThreads() {
  // In the repository, where what the bundle leaves in node_modules is found.
  const directory = fileURLToPath(new URL(`../../.local/threads-${process.pid}/`, import.meta.url));
  await bundle([...THREADS, ...THREADS_OF_TESTS], directory);
  process.env.MEDSPASYNC_TEST_THREADS = pathToFileURL(directory).href;
  return () => rm(directory, { recursive: true, force: true });
}
