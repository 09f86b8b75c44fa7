// A thread of this process, started from TypeScript in development and from the bundle in production.
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * @param entry the thread's file beside the caller's own: `new URL('./x-thread.ts', import.meta.url)`. In the bundle
 *   that file is a JavaScript entry of the same name.
 */
export function startThread(
  entry: URL,
  options: Pick<WorkerOptions, 'workerData' | 'resourceLimits'>,
): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL(entry.href.replace(/\.ts$/, '.js')), options);
  const loader = new URL('./typescript-thread.mjs', import.meta.url);
  return new Worker(loader, { ...options, argv: [entry.href], execArgv: [] });
}
