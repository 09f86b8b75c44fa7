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

/** For routes that act on a cookie: the browser names the page's origin, and it must be one of ours. */
export const onlyAllowedOrigins: RequestHandler = (request: Request, _response, next) => {
  const { corsOrigins } = servicesOf(request).config.http;
  if (!isAllowedOrigin(corsOrigins, request.get('origin'))) throw new Refusal('auth.origin-refused');
  next();
};
