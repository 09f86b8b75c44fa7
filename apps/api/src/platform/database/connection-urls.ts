// Two ways into one database: the owner, who migrates, and the role the application works as.
import { createHmac } from 'node:crypto';

/** The role every request and job runs as: no superuser, no BYPASSRLS, owner of nothing. */
export const APP_ROLE = 'medspasync_app';

/**
 * The password of the application role, derived from the owner's: every process of a deployment knows it without
 * another secret to hand around, and nobody who knows it can compute the owner's.
 * @throws when the owner signs in without a password, which leaves nothing to derive from.
 */
export function appPassword(ownerUrl: string): string {
  const { password } = new URL(ownerUrl);
  if (!password)
    throw new Error(
      'DATABASE_URL has no password: set DATABASE_APP_URL to a role bound by row-level security.',
    );
  return createHmac('sha256', decodeURIComponent(password)).update(APP_ROLE).digest('base64url');
}

/** The owner's URL with the application role in its place. */
export function appUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = appPassword(ownerUrl);
  url.username = APP_ROLE;
  return url.href;
}

/** What a driver says when there is no such server, database or login. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  '28000',
  '28P01',
  '3D000',
]);

/**
 * Runs `work`, the first to connect to `url`.
 * @throws naming `variable`, the host and the reason, never the password, when there is no getting in.
 */
export async function reaching<T>(variable: string, url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { code = '' } = cause as { code?: string };
    if (!UNREACHABLE.has(code)) throw cause;
    const { host, pathname } = new URL(url);
    throw new Error(`${variable}: no connection to ${host}${pathname} (${code}).`, { cause });
  }
}
