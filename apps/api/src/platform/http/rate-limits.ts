// The limits themselves: how many of what in how long, counted through Redis when there is one.
// When that is down, each process counts for itself.
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { RedisClient } from '../redis/index.ts';

interface Policy {
  points: number;
  seconds: number;
}

/** One row per limited kind of request. */
export const POLICIES = {
  login: { points: 10, seconds: 60 },
  upload: { points: 60, seconds: 60 },
  predict: { points: 1200, seconds: 60 },
} as const satisfies Record<string, Policy>;

export type PolicyName = keyof typeof POLICIES;

export type RateLimits = Readonly<Record<PolicyName, RateLimiterAbstract>>;

export function createRateLimits(redis: RedisClient | undefined): RateLimits {
  const limiterOf = (name: string, { points, seconds }: Policy): RateLimiterAbstract => {
    const options = { keyPrefix: `limit:${name}`, points, duration: seconds };
    const inProcess = new RateLimiterMemory(options);
    if (!redis) return inProcess;
    return new RateLimiterRedis({
      ...options,
      storeClient: redis,
      useRedisPackage: true,
      insuranceLimiter: inProcess,
    });
  };
  const entries = Object.entries(POLICIES).map(([name, policy]) => [name, limiterOf(name, policy)]);
  return Object.fromEntries(entries) as RateLimits;
}
