// One training beside the event loop, which stays free for requests.
import { startThread } from '../../../platform/threads.ts';
import type { FromTraining, TrainingTask } from './messages.ts';

const MAX_HEAP_MB = 1024;

/** Rejects with what the thread threw, or when it ended without an answer. */
export function runTraining(task: TrainingTask): Promise<FromTraining> {
  const thread = startThread(new URL('./training-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the training ended without an answer')));
  });
}
