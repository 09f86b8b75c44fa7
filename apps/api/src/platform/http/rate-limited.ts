// Holds a route to its limit and tells the caller in the RateLimit headers of the IETF draft.
import type { Request, RequestHandler } from 'express';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { sha256 } from '../crypto/index.ts';
import { Refusal } from '../errors/index.ts';
import type { AuthenticatedRequest } from './authentication.ts';
import { POLICIES, type Policy, type PolicyName } from './rate-limits.ts';
import { servicesOf } from './services.ts';

/** For `@Middlewares(rateLimited('login'))`. Counts the signed-in person where there is one, else the address. */
export const rateLimited =
  (name: PolicyName): RequestHandler =>
  async (request, response, next) => {
    const { rateLimits, metrics, logger } = servicesOf(request);
    const policy: Policy = POLICIES[name];
    const limit = rateLimits[name];
    const key = keyOf(name, request);
    response.append('RateLimit-Policy', `"${name}";q=${policy.points};w=${policy.seconds}`);
    try {
      const state = await limit.consume(key);
      response.append('RateLimit', headerFor(name, state));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      metrics.rateLimited.inc({ policy: name });
      const seconds = secondsLeft(error);
      throw new Refusal('request.rate-limited', {
        detail: `Try again in ${seconds} seconds.`,
        violatedPolicies: [name],
        headers: { RateLimit: headerFor(name, error), 'Retry-After': String(seconds) },
      });
    }
    if (policy.failuresOnly)
      response.once('finish', () => {
        if (response.statusCode >= 400) return;
        limit
          .reward(key)
          .catch((error: unknown) =>
            logger.warn({ err: error, policy: name }, 'could not give a point back'),
          );
      });
    next();
  };

function keyOf(name: PolicyName, request: Request): string {
  // The account someone tries to enter, whether it exists or not. A digest: the store may be a shared Redis.
  if (name === 'login-account') return sha256(String(request.body.email).toLowerCase()).toString('base64url');
  return (request as AuthenticatedRequest).user?.userId ?? request.ip ?? 'unknown';
}

const secondsLeft = (state: RateLimiterRes): number => Math.ceil(state.msBeforeNext / 1000);

const headerFor = (name: string, state: RateLimiterRes): string =>
  `"${name}";r=${Math.max(0, state.remainingPoints)};t=${secondsLeft(state)}`;
