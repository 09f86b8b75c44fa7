// The worker's side of the queue: takes jobs out and runs the handler of their name.
import { DelayedError, type Job, UnrecoverableError, WaitingError } from 'bullmq';
import type { Logger } from '../logging/index.ts';
import { tracedJob } from '../tracing/index.ts';
import { QUEUE_NAME, queueConnection } from './connection.ts';
import type { AnyJobHandler, JobContext } from './job-definition.ts';
import { PacedWorker } from './paced-worker.ts';
import { isDeadly, waitAfterMs } from './worker-deaths.ts';

export interface JobWorker {
  /**
   * Takes no new job, tells the running ones to stop between batches, and waits for them. They go back to the queue at
   * once and are none the worse for it: a shutdown counts as no attempt.
   */
  close(): Promise<void>;
}

// A worker that died holds its job until the lock runs out and the next check notices: 20 s together at most, 5 more for a
// job it had only just taken. A lock is renewed two times over before it runs out, so that a machine may be too busy to
// answer for ten seconds without losing a job; who loses one all the same has worked in vain, and nothing is doubled.
const LOCK_MS = 15_000;
const LOCK_RENEWAL_MS = 5_000;
const STALLED_CHECK_MS = 5_000;
/** BullMQ's own limit, the largest it can keep: worker-deaths.ts has ours, which gives up before the queue forgets the job. */
const NO_STALL_LIMIT = 2 ** 31 - 1;

/** @param url of the application role. */
export async function startJobWorker(options: {
  url: string;
  handlers: readonly AnyJobHandler[];
  concurrency: number;
  logger: Logger;
  /** Told of every job that this worker has ended for good. */
  onEnded?: (job: string, outcome: 'completed' | 'failed') => void;
}): Promise<JobWorker> {
  const { logger, onEnded } = options;
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
      await restAfterDeaths(job, token);
      if (isDeadly(job.stalledCounter))
        throw new UnrecoverableError(`it died with ${job.stalledCounter} workers`);
      const { data, traceparent } = carried(job);
      const { id, name } = job;
      await tracedJob({ name, id, attempt: job.attemptsMade + 1, traceparent }, () =>
        handlerOf(job).run(data, contextOf(job)),
      );
    } catch (error) {
      if (error instanceof DelayedError) throw error;
      if (!stopping.signal.aborted) {
        if (!isTriedAgain(job, error)) await giveUp(job);
        throw error;
      }
      // What throws now was told to stop. Any other error than BullMQ's own would cost one of the attempts.
      await job.moveToWait(token);
      logger.info({ job: job.name, jobId: job.id }, 'job handed back at shutdown');
      throw new WaitingError();
    }
  }

  /** Before the queue forgets the job: a worker killed between the two comes back to it. */
  async function giveUp(job: Job): Promise<void> {
    try {
      await handlerOf(job).giveUp(carried(job).data, contextOf(job));
    } catch (error) {
      logger.error({ err: error, jobId: job.id }, 'could not record the failure');
    }
  }

  const worker = new PacedWorker(QUEUE_NAME, run, {
    connection: queueConnection(options.url),
    // Started below: one that asks for jobs over a connection it never got asks again at once, forever.
    autorun: false,
    concurrency: options.concurrency,
    lockDuration: LOCK_MS,
    lockRenewTime: LOCK_RENEWAL_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: NO_STALL_LIMIT,
  });
  worker.on('error', (error) => logger.warn({ err: error }, 'worker connection'));
  worker.on('completed', ({ name }) => onEnded?.(name, 'completed'));
  worker.on('failed', (job, error) => {
    logger.error({ err: error, job: job?.name, jobId: job?.id }, 'job failed');
    if (job?.finishedOn !== undefined) onEnded?.(handlers.has(job.name) ? job.name : 'unknown', 'failed');
  });
  await worker.waitUntilReady();
  worker.run().catch((error: unknown) => logger.error({ err: error }, 'the worker takes no more jobs'));
  return {
    async close() {
      // Closing first: a worker that is not would take the jobs it hands back.
      const closed = worker.close();
      stopping.abort(new Error('the worker is shutting down'));
      await closed;
    },
  };
}

/** Lets a job wait that died with its worker since it last waited. @throws DelayedError when it does. */
async function restAfterDeaths(job: Job, token: string | undefined): Promise<void> {
  const deaths = job.stalledCounter;
  const waitMs = isDeadly(deaths) || deaths <= carried(job).rested ? 0 : waitAfterMs(deaths);
  if (waitMs === 0) return;
  await job.updateData({ ...job.data, rested: deaths });
  await job.moveToDelayed(Date.now() + waitMs, token);
  throw new DelayedError();
}

/** As BullMQ decides it. */
const isTriedAgain = (job: Job, error: unknown): boolean =>
  job.attemptsMade + 1 < (job.opts.attempts ?? 1) && !(error instanceof UnrecoverableError);

/** What travels beside the data the handler is given. */
interface Carried {
  data: object;
  /** Of whoever enqueued the job. */
  traceparent: string | undefined;
  /** Deaths of workers it has waited after. */
  rested: number;
}

function carried({ data }: Job): Carried {
  const { traceparent, rested = 0, ...rest } = data as { traceparent?: string; rested?: number };
  return { data: rest, traceparent, rested };
}
