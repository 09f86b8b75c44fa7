// One settling beside the event loop, which stays free for the worker's other jobs.
import type { Settlement } from '@medspasync/matching';
import { startThread } from '../../../platform/threads.ts';
import type { SettlingTask } from './messages.ts';

const MAX_HEAP_MB = 512;

/**
 * Rejects with what the thread threw, or when it ended without an answer; once `signal` is aborted with its reason, when the thread
 * has ended.
 */
export function runSettling(task: SettlingTask, signal: AbortSignal): Promise<Settlement> {
  signal.throwIfAborted();
  const thread = startThread(new URL('./settle-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  // No model runs in it, so that it may end at any moment.
  const end = () => void thread.terminate();
  signal.addEventListener('abort', end, { once: true });
  return new Promise<Settlement>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () =>
      reject(signal.aborted ? signal.reason : new Error('the settling ended without an answer')),
    );
  }).finally(() => signal.removeEventListener('abort', end));
}
