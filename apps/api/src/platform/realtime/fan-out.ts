// Carries events between API processes over Redis, on two connections of its own: one that hears, one that speaks.
import { createAdapter } from '@socket.io/redis-adapter';
import type { Logger } from '../logging/index.ts';
import type { RedisClient } from '../redis/index.ts';

/**
 * The adapter for `io.adapter`. While Redis is down an event reaches the members connected here and no others: the adapter waits
 * for none of its publishes, and a rejection nobody hears would end the process.
 */
export async function openFanOut(redis: RedisClient, logger: Logger) {
  const subscriber = redis.duplicate();
  const publisher = redis.duplicate();
  const publish = publisher.publish.bind(publisher);
  Object.assign(publisher, {
    publish: (...event: Parameters<typeof publish>) =>
      publish(...event).catch((error: unknown) => {
        logger.warn({ err: error }, 'an event did not reach the other processes');
        return 0;
      }),
  });
  for (const client of [subscriber, publisher]) {
    client.on('error', (error) => logger.warn({ err: error }, 'redis events'));
    await client.connect();
  }
  return {
    adapter: createAdapter(publisher, subscriber),
    async close() {
      for (const client of [subscriber, publisher]) await client.close();
    },
  };
}
