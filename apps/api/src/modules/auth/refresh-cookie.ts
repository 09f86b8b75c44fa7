// The cookie the refresh token travels in: no script reads it, no other site sends it.
import type { Request } from 'express';
import { servicesOf } from '../../platform/http/index.ts';

/** `__Host-` binds a cookie to this very host over TLS, which development over plain HTTP cannot offer. */
const nameOf = (secure: boolean): string => (secure ? '__Host-medspasync_refresh' : 'medspasync_refresh');

const isSecure = (request: Request): boolean => servicesOf(request).config.http.secureCookies;

export function readRefreshCookie(request: Request): string | undefined {
  const value: unknown = request.cookies?.[nameOf(isSecure(request))];
  return typeof value === 'string' ? value : undefined;
}

/** A Set-Cookie value that lasts until `expiresAt`. */
export const refreshCookie = (request: Request, token: string, expiresAt: Date): string =>
  cookie(isSecure(request), token, Math.floor((expiresAt.getTime() - Date.now()) / 1000));

/** A Set-Cookie value that takes the cookie away. */
export const noRefreshCookie = (request: Request): string => cookie(isSecure(request), '', 0);

function cookie(secure: boolean, value: string, maxAgeSeconds: number): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', `Max-Age=${Math.max(0, maxAgeSeconds)}`];
  return [`${nameOf(secure)}=${value}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ');
}
