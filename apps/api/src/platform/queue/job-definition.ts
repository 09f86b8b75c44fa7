// A kind of background work: its name and the data it is given. The handler beside it does the work.
import type * as z from 'zod';
import type { Logger } from '../logging/index.ts';

export interface JobDefinition<Data> {
  /** Kebab-case and stable: it is stored with the waiting jobs. */
  name: string;
  /** Ids only. The queue's tables are not bound by row-level security, so nothing of a patient may be in here. */
  data: z.ZodType<Data>;
  /** How often it is tried in all, first time included. */
  attempts: number;
  /** Wait before the second try, in ms; it doubles with every further one. */
  firstRetryMs?: number;
}

export interface JobContext {
  logger: Logger;
  /** 1 at the first try. */
  attempt: number;
  /** Pushes an event to everyone of the organization who is connected. The last one wins if the API lags. */
  publish(organizationId: string, event: string, payload: object): Promise<void>;
  /** Aborted when the worker shuts down: stop between batches and throw, the job is run elsewhere at no attempt lost. */
  signal: AbortSignal;
}

/** Must be idempotent: after a crash or a lost lock the same data comes again. */
export interface JobHandler<Data> {
  definition: JobDefinition<Data>;
  run(data: Data, context: JobContext): Promise<void>;
  /** Called once after the last failed try, to say so in the rows a caller reads. */
  giveUp(data: Data, context: JobContext): Promise<void>;
}

/** A handler of any data, as the worker keeps it: data is parsed by the definition before the handler sees it. */
export interface AnyJobHandler {
  name: string;
  run(data: unknown, context: JobContext): Promise<void>;
  giveUp(data: unknown, context: JobContext): Promise<void>;
}

/** Ties a handler to its definition's schema. */
export const handlerFor = <Data>(handler: JobHandler<Data>): AnyJobHandler => ({
  name: handler.definition.name,
  run: (data, context) => handler.run(handler.definition.data.parse(data), context),
  giveUp: (data, context) => handler.giveUp(handler.definition.data.parse(data), context),
});
