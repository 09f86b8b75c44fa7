// Where a thread starts when the code runs from its source. The argument is the file to run.
import path from 'node:path';

const [, , entry] = process.argv;
const bundled = process.env.MEDSPASYNC_TEST_THREADS;
if (bundled) {
  // Tests start threads by the hundred, and have bundled them (testing/test-threads.mjs).
  await import(new URL(`${path.basename(entry, '.ts')}.js`, bundled));
} else {
  // Node does not hand loaders on to threads, so each registers the TypeScript loader for itself.
  const { register } = await import('tsx/esm/api');
  register();
  await import(entry);
}
