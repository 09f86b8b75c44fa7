// The thread in which large JSON bodies are read, seen from where it is started.
import type { BodyThreadSettings } from './body-thread.ts';
import type { BodyDesk } from './platform/http/body-desk.ts';
import type { Platform } from './platform/platform.ts';
import { WorkThread } from './platform/work-thread/index.ts';

/** What the worst body within the bounds takes, twice. */
const MAX_HEAP_MB = 1024;

export function openBodyThread({
  config,
  logger,
}: Pick<Platform, 'config' | 'logger'>): WorkThread<BodyDesk> {
  const workerData: BodyThreadSettings = { threshold: config.model.threshold };
  const entry = new URL('./body-thread.ts', import.meta.url);
  return new WorkThread({ entry, workerData, maxHeapMb: MAX_HEAP_MB, logger });
}
