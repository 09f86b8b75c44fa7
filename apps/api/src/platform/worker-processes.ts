// Job workers the API runs itself when there is no other machine for them: started again when one dies, ended with it.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { childEnvironment } from './config/index.ts';
import type { Logger } from './logging/index.ts';

/** A worker that dies at once must not spin. */
const RESTART_DELAY_MS = 1000;

export interface WorkerProcesses {
  close(): Promise<void>;
}

/** @param options.entry the worker's file, beside the API's: TypeScript in development, bundled in production. */
export function startWorkerProcesses(options: {
  count: number;
  entry: URL;
  /** Of the worker in this place, from 0; one that is started again keeps its own. */
  environment(place: number): Record<string, string>;
  maxHeapMb: number;
  logger: Logger;
  /** Hears what a worker says by `toParent`. */
  onMessage(message: unknown): void;
}): WorkerProcesses {
  const running = new Set<ChildProcess>();
  const restarts = new Set<NodeJS.Timeout>();
  let closing = false;

  function start(place: number): void {
    const child = fork(options.entry, {
      env: childEnvironment(options.environment(place)),
      execArgv: [...process.execArgv, `--max-old-space-size=${options.maxHeapMb}`],
    });
    running.add(child);
    child.on('message', options.onMessage);
    child.once('exit', (code, signal) => {
      running.delete(child);
      if (closing) return;
      options.logger.error({ code, signal }, 'a worker process ended; starting another');
      const timer = setTimeout(() => {
        restarts.delete(timer);
        start(place);
      }, RESTART_DELAY_MS);
      restarts.add(timer);
    });
  }

  for (let started = 0; started < options.count; started += 1) start(started);
  return {
    async close() {
      closing = true;
      for (const timer of restarts) clearTimeout(timer);
      const ended = [...running].map((child) => once(child, 'exit'));
      for (const child of running) child.kill('SIGTERM');
      await Promise.all(ended);
    },
  };
}

/** In a worker that an API started: what speaks to that API, and is not heard when it is gone. Else undefined. */
export function toParent(): ((message: object) => void) | undefined {
  if (!process.send) return undefined;
  return (message) => process.send?.(message, undefined, undefined, () => undefined);
}

/**
 * In a worker: tells when the API that started it is gone, kill -9 included, so that none is left behind. Never calls
 * in a worker that was started by itself.
 */
export function whenParentIsGone(listener: () => void): void {
  // The channel may have closed while this process was still loading; no event tells of that any more.
  if (process.connected === false) listener();
  else process.once('disconnect', listener);
}
