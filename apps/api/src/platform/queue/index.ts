export type { PublishedEvent } from './connection.ts';
export {
  type AnyJobHandler,
  handlerFor,
  type JobContext,
  type JobDefinition,
  type JobHandler,
} from './job-definition.ts';
export { type JobCounts, type JobQueue, openJobQueue } from './job-queue.ts';
export { startJobWorker } from './job-worker.ts';
export { UnqueuedSweep } from './unqueued-sweep.ts';
