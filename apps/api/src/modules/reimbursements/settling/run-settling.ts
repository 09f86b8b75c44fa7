// One settling beside the event loop, which stays free for the worker's other jobs.
import type { Settlement } from '@medspasync/matching';
import { startThread } from '../../../platform/threads.ts';
import type { SettlingTask } from './messages.ts';

const MAX_HEAP_MB = 512;

/** Rejects with what the thread threw, or when it ended without an answer. */
export function runSettling(task: SettlingTask): Promise<Settlement> {
  const thread = startThread(new URL('./settle-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the settling ended without an answer')));
  });
}
