// A connection that tells how long each statement took; nothing of what it said.
import pg from 'pg';
import { startStatementSpan } from '../tracing/index.ts';

/** For a pool's `Client`. @param onQuery is given seconds, also for a statement that failed. */
export const timedClient = (onQuery: (seconds: number) => void): typeof pg.Client =>
  class TimedClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      const query = this.query.bind(this) as (...given: unknown[]) => unknown;
      const timed = (...given: unknown[]): unknown => {
        const startedAt = performance.now();
        // Only of what is awaited is the end known.
        const outcome = query(...given);
        if (!isPromise(outcome)) return outcome;
        const span = startStatementSpan(given[0]);
        const done = () => {
          onQuery((performance.now() - startedAt) / 1000);
          span?.end();
        };
        outcome.then(done, done);
        return outcome;
      };
      this.query = timed as typeof this.query;
    }
  };

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
