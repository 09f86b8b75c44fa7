// What the last health check found, as Prometheus has it.
import type { HealthWire } from '@medspasync/schemas';
import type { Metrics } from '../../platform/metrics/index.ts';

/** @param hasRedis where none is configured, there is nothing that could be up. */
export const dependencyGauges =
  (metrics: Pick<Metrics, 'databaseUp' | 'redisUp'>, hasRedis: boolean) =>
  ({ database, redis }: HealthWire['checks']): void => {
    metrics.databaseUp.set(database.status === 'down' ? 0 : 1);
    if (hasRedis) metrics.redisUp.set(redis.status === 'down' ? 0 : 1);
  };
