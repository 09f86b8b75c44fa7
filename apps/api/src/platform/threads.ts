// A thread of this process, started from TypeScript in development and from the bundle in production.
import { getPriority, setPriority } from 'node:os';
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

/**
 * Steps of niceness below the threads that answer requests: where both want a processor, they get half as much again. More would
 * starve a job on a machine that others fill.
 */
const STEPS_BELOW = 2;
const LOWEST = 19;

/**
 * Lets long work give way to requests on the same machine. Linux counts it for the calling thread and those it starts from here
 * on, other systems for the whole process.
 */
export function giveWay(): void {
  setPriority(Math.min(LOWEST, getPriority() + STEPS_BELOW));
}
