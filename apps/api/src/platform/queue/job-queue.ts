// The API's side of the queue: puts jobs in, hears how they go, counts them.

import type { Logger } from '../logging/index.ts';
import { currentTraceparent } from '../tracing/index.ts';
import { type PublishedEvent, QUEUE_NAME, Queue, QueueEvents, queueConnection } from './connection.ts';
import type { JobDefinition } from './job-definition.ts';

export interface JobCounts {
  waiting: number;
  active: number;
  /** How long the first in line has waited; 0 with none. */
  oldestAgeSeconds: number;
}

export interface JobQueue {
  /** As its metrics call it. */
  name: string;
  /**
   * Puts a job in. `jobId` makes it safe to call again: the queue holds one job of an id.
   * `turn`: of two that wait, the one with the lower number goes first, and one without any before both.
   * Write the job's row first; if the process dies in between, the start-up sweep calls this again.
   */
  enqueue<Data>(definition: JobDefinition<Data>, jobId: string, data: Data, turn?: number): Promise<void>;
  /** Hears what handlers publish, in every API process. */
  onPublished(listener: (event: PublishedEvent) => void): void;
  counts(): Promise<JobCounts>;
  close(): Promise<void>;
}

/** BullMQ counts no further. */
const MAX_TURN = 2_097_151;

/** Finished jobs are kept this long for a look at what happened; the product's own rows are what lasts. */
const KEEP_FINISHED = { age: 24 * 3600, count: 1000 };

const FIRST_RETRY_MS = 1000;

/** @param url of the application role. */
export async function openJobQueue(url: string, logger: Logger): Promise<JobQueue> {
  const connection = queueConnection(url);
  const queue = new Queue(QUEUE_NAME, { connection });
  const events = new QueueEvents(QUEUE_NAME, { connection });
  // Both reconnect by themselves; without a listener an error would end the process.
  queue.on('error', (error) => logger.warn({ err: error }, 'queue connection'));
  events.on('error', (error) => logger.warn({ err: error }, 'queue events connection'));
  await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);
  return {
    name: QUEUE_NAME,
    async enqueue(definition, jobId, data, turn) {
      const traceparent = currentTraceparent();
      const known = definition.data.parse(data) as object;
      await queue.add(definition.name, traceparent === undefined ? known : { ...known, traceparent }, {
        jobId,
        attempts: definition.attempts,
        ...(turn === undefined ? {} : { priority: Math.min(turn, MAX_TURN) }),
        backoff: { type: 'exponential', delay: definition.firstRetryMs ?? FIRST_RETRY_MS },
        removeOnComplete: KEEP_FINISHED,
        removeOnFail: KEEP_FINISHED,
      });
    },
    onPublished(listener) {
      events.on('progress', ({ data }) => {
        if (isPublished(data)) listener(data);
      });
    },
    async counts() {
      const {
        waiting = 0,
        delayed = 0,
        prioritized = 0,
        active = 0,
      } = await queue.getJobCounts('waiting', 'delayed', 'prioritized', 'active');
      const first =
        waiting + prioritized > 0 ? await queue.getJobs(['waiting', 'prioritized'], 0, 0, true) : [];
      const now = Date.now();
      const since = Math.min(now, ...first.map(({ timestamp }) => timestamp));
      const oldestAgeSeconds = (now - since) / 1000;
      return { waiting: waiting + delayed + prioritized, active, oldestAgeSeconds };
    },
    async close() {
      await Promise.all([events.close(), queue.close()]);
    },
  };
}

const isPublished = (data: unknown): data is PublishedEvent =>
  typeof data === 'object' && data !== null && 'organizationId' in data && 'event' in data;
