// BullMQ bound to PostgreSQL: one durable queue for one process or many machines, no Redis needed.
import { createPostgresBackend, withBackend } from 'bullmq';
import { QUEUE_SCHEMA } from '../database/index.ts';

export const { Queue, QueueEvents, Worker } = withBackend(createPostgresBackend);

export const QUEUE_NAME = 'jobs';

/** @param url of the application role; the schema was migrated by its owner. */
export const queueConnection = (url: string) => ({
  connectionString: url,
  schema: QUEUE_SCHEMA,
  skipMigrations: true,
  max: 4,
});

/** What a worker tells the API while a job runs. */
export interface PublishedEvent {
  organizationId: string;
  event: string;
  payload: object;
}
