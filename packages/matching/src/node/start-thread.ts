// Starts a thread whose code lies beside the file that starts it: from its source, where a thread must first load TypeScript,
// and from a bundle, where it is an entry of its own.
import { Worker } from 'node:worker_threads';

/** `name` without extension, beside the module `url`. */
export function startThread(name: string, url: string, workerData?: unknown): Worker {
  const [extension] = /\.[a-z]+$/.exec(url) ?? [];
  const entry = new URL(`./${name}${extension}`, url);
  if (extension !== '.ts') return new Worker(entry, { workerData });
  const loader = new URL('./typescript-thread.mjs', import.meta.url);
  return new Worker(loader, { workerData, argv: [entry.href], execArgv: [] });
}
