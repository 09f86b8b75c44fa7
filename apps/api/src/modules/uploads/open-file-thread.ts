// The thread in which files are read and sealed, seen from where it is started.
import type { Logger } from '../../platform/logging/index.ts';
import { WorkThread } from '../../platform/work-thread/index.ts';
import type { FileDesk } from './file-desk.ts';
import type { FileThreadSettings } from './file-thread.ts';

/** Several files of 200,000 rows at once. */
const MAX_HEAP_MB = 1024;

export function openFileThread(
  fernetKeys: readonly string[],
  logger: Pick<Logger, 'error'>,
): WorkThread<FileDesk> {
  const workerData: FileThreadSettings = { fernetKeys };
  const entry = new URL('./file-thread.ts', import.meta.url);
  return new WorkThread({ entry, workerData, maxHeapMb: MAX_HEAP_MB, logger });
}
