// Which web origins may call, for CORS, sockets and cookies alike.
import cors from 'cors';
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../errors/index.ts';
import { servicesOf } from './services.ts';

/** Callers that are no browser send no Origin. */
export const isAllowedOrigin = (allowed: readonly string[], origin: string | undefined): boolean =>
  origin === undefined || allowed.includes('*') || allowed.includes(origin);

/** Answers preflights. `*` never goes with credentials: any page could then act as whoever is signed in. */
export function crossOrigin(allowed: readonly string[]): RequestHandler {
  const everyone = allowed.includes('*');
  return cors({
    origin: everyone ? '*' : [...allowed],
    credentials: !everyone,
    exposedHeaders: ['X-Request-Id', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'Content-Disposition'],
    maxAge: 600,
  });
}

/**
 * For routes that act on a cookie: a browser names the page's origin, which must be one of ours. A cookie that comes
 * without an origin must come with a header that no page can send to another site unasked.
 */
export const onlyAllowedOrigins: RequestHandler = (request: Request, _response, next) => {
  const { config, metrics } = servicesOf(request);
  const { corsOrigins } = config.http;
  const origin = request.get('origin');
  const couldBeForged = request.get('cookie') !== undefined && !hasUnsafelistedHeader(request);
  const isAllowed = origin === undefined ? !couldBeForged : isAllowedOrigin(corsOrigins, origin);
  if (!isAllowed) {
    metrics.authAttempts.inc({ result: 'auth.origin-refused', method: 'cookie' });
    throw new Refusal('auth.origin-refused');
  }
  next();
};

const hasUnsafelistedHeader = (request: Request): boolean =>
  request.is('application/json') === 'application/json' || request.get('x-requested-with') !== undefined;
