// The optional Redis. Without REDIS_URL there is none, and whoever would use it works in the process instead.
import { createClient } from 'redis';
import type { Logger } from '../logging/index.ts';

const clientFor = (url: string) => createClient({ url, disableOfflineQueue: true });

export type RedisClient = ReturnType<typeof clientFor>;

/** Reconnects by itself; while it is down, commands fail at once instead of waiting. */
export async function openRedis(url: string, logger: Logger): Promise<RedisClient> {
  const client = clientFor(url);
  client.on('error', (error) => logger.warn({ err: error }, 'redis connection'));
  await client.connect();
  return client;
}
