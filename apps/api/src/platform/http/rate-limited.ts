// Holds a route to its limit and tells the caller in the RateLimit headers of the IETF draft.
import type { Request, RequestHandler } from 'express';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../errors/index.ts';
import type { AuthenticatedRequest } from './authentication.ts';
import { POLICIES, type PolicyName } from './rate-limits.ts';
import { servicesOf } from './services.ts';

/** For `@Middlewares(rateLimited('login'))`. Counts the signed-in person where there is one, else the address. */
export const rateLimited =
  (name: PolicyName): RequestHandler =>
  async (request, response, next) => {
    const { rateLimits, metrics } = servicesOf(request);
    const policy = POLICIES[name];
    response.set('RateLimit-Policy', `"${name}";q=${policy.points};w=${policy.seconds}`);
    try {
      const state = await rateLimits[name].consume(keyOf(request));
      response.set('RateLimit', headerFor(name, state));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      metrics.rateLimited.inc({ policy: name });
      const seconds = secondsLeft(error);
      throw new Refusal('request.rate-limited', {
        detail: `Try again in ${seconds} seconds.`,
        headers: { RateLimit: headerFor(name, error), 'Retry-After': String(seconds) },
      });
    }
    next();
  };

const keyOf = (request: Request): string =>
  (request as AuthenticatedRequest).user?.userId ?? request.ip ?? 'unknown';

const secondsLeft = (state: RateLimiterRes): number => Math.ceil(state.msBeforeNext / 1000);

const headerFor = (name: string, state: RateLimiterRes): string =>
  `"${name}";r=${Math.max(0, state.remainingPoints)};t=${secondsLeft(state)}`;
