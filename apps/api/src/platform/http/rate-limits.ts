// The limits themselves: how many of what in how long, counted through Redis when there is one.
// When that is down, each process counts for itself.
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { RedisClient } from '../redis/index.ts';

export interface Policy {
  points: number;
  seconds: number;
  /** Requests that succeed give their point back: only failures use the limit up. */
  failuresOnly?: boolean;
}

/** One row per limited kind of request. */
export const POLICIES = {
  login: { points: 10, seconds: 60, failuresOnly: true },
  'login-account': { points: 10, seconds: 900, failuresOnly: true },
  password: { points: 10, seconds: 900, failuresOnly: true },
  'second-factor': { points: 10, seconds: 300, failuresOnly: true },
  invitation: { points: 20, seconds: 60, failuresOnly: true },
  contact: { points: 5, seconds: 3600 },
  upload: { points: 60, seconds: 60 },
  audit: { points: 20, seconds: 60 },
  predict: { points: 1200, seconds: 60 },
  train: { points: 10, seconds: 60 },
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
