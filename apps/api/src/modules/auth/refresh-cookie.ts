// The cookie the refresh token travels in: no script reads it, no other site sends it.
import type { Request } from 'express';
import { servicesOf } from '../../platform/http/index.ts';

/**
 * `__Host-` binds a cookie to this very host over TLS, which development over plain HTTP cannot offer. A cookie knows
 * no port: two apps on ports of one host, as the web app and its sandbox, would sign each other out. So the port of the
 * page's origin is in the name.
 */
function nameOf(request: Request): string {
  const prefix = isSecure(request) ? '__Host-' : '';
  const port = /:(\d{1,5})$/.exec(request.get('origin') ?? '')?.[1];
  return `${prefix}medspasync_refresh${port === undefined ? '' : `_${port}`}`;
}

const isSecure = (request: Request): boolean => servicesOf(request).config.http.secureCookies;

export function readRefreshCookie(request: Request): string | undefined {
  const value: unknown = request.cookies?.[nameOf(request)];
  return typeof value === 'string' ? value : undefined;
}

/** A Set-Cookie value that lasts until `expiresAt`. */
export const refreshCookie = (request: Request, token: string, expiresAt: Date): string =>
  cookie(request, token, Math.floor((expiresAt.getTime() - Date.now()) / 1000));

/** A Set-Cookie value that takes the cookie away. */
export const noRefreshCookie = (request: Request): string => cookie(request, '', 0);

function cookie(request: Request, value: string, maxAgeSeconds: number): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', `Max-Age=${Math.max(0, maxAgeSeconds)}`];
  return [`${nameOf(request)}=${value}`, ...attributes, ...(isSecure(request) ? ['Secure'] : [])].join('; ');
}
