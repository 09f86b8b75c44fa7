// The worker's side of the queue: takes jobs out and runs the handler of their name.
import { type Job, WaitingError } from 'bullmq';
import type { Logger } from '../logging/index.ts';
import { tracedJob } from '../tracing/index.ts';
import { QUEUE_NAME, queueConnection, Worker } from './connection.ts';
import type { AnyJobHandler, JobContext } from './job-definition.ts';

export interface JobWorker {
  /**
   * Takes no new job, tells the running ones to stop between batches, and waits for them. They go back to the queue at
   * once and are none the worse for it: a shutdown counts as no attempt.
   */
  close(): Promise<void>;
}

// A worker that died holds its job until the lock runs out and the next check notices: under 60 s together.
const LOCK_MS = 30_000;
const STALLED_CHECK_MS = 15_000;
/** A job whose worker died this often is taken for the cause. */
const MAX_STALLS = 3;

/** @param url of the application role. */
export async function startJobWorker(options: {
  url: string;
  handlers: readonly AnyJobHandler[];
  concurrency: number;
  logger: Logger;
}): Promise<JobWorker> {
  const { logger } = options;
  const handlers = new Map(options.handlers.map((handler) => [handler.name, handler]));
  const stopping = new AbortController();

  const contextOf = (job: Job): JobContext => ({
    logger: logger.child({ job: job.name, jobId: job.id }),
    attempt: job.attemptsMade + 1,
    signal: stopping.signal,
    publish: (organizationId, event, payload) => job.updateProgress({ organizationId, event, payload }),
  });

  function handlerOf(job: Job): AnyJobHandler {
    const handler = handlers.get(job.name);
    if (!handler) throw new Error(`no handler for jobs named ${job.name}`);
    return handler;
  }

  async function run(job: Job, token: string | undefined): Promise<void> {
    try {
      const { data, traceparent } = carried(job);
      const { id, name } = job;
      await tracedJob({ name, id, attempt: job.attemptsMade + 1, traceparent }, () =>
        handlerOf(job).run(data, contextOf(job)),
      );
    } catch (error) {
      if (!stopping.signal.aborted) throw error;
      // What throws now was told to stop. Any other error than BullMQ's own would cost one of the attempts.
      await job.moveToWait(token);
      logger.info({ job: job.name, jobId: job.id }, 'job handed back at shutdown');
      throw new WaitingError();
    }
  }

  const worker = new Worker(QUEUE_NAME, run, {
    connection: queueConnection(options.url),
    concurrency: options.concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: MAX_STALLS,
  });
  worker.on('error', (error) => logger.warn({ err: error }, 'worker connection'));
  worker.on('failed', (job, error) => {
    logger.error({ err: error, job: job?.name, jobId: job?.id }, 'job failed');
    const triedEnough = job?.finishedOn !== undefined;
    if (job && triedEnough)
      handlerOf(job)
        .giveUp(carried(job).data, contextOf(job))
        .catch((reason: unknown) =>
          logger.error({ err: reason, jobId: job.id }, 'could not record the failure'),
        );
  });
  await worker.waitUntilReady();
  return {
    async close() {
      // Closing first: a worker that is not would take the jobs it hands back.
      const closed = worker.close();
      stopping.abort(new Error('the worker is shutting down'));
      await closed;
    },
  };
}

/** What the handler is given, and the trace of whoever enqueued it, which travels beside. */
function carried({ data }: Job): { data: object; traceparent: string | undefined } {
  const { traceparent, ...rest } = data as { traceparent?: string };
  return { data: rest, traceparent };
}
