// Called by the generated routes for every `@Security`: 'caller' takes an access token or an API key, 'session' only
// an access token. The scopes are the permissions the route needs, all of them.
import type { Request } from 'express';
import { Refusal } from '../errors/index.ts';
import type { Authenticator, Caller, Permission } from '../identity/index.ts';
import { servicesOf } from './services.ts';

export type SecurityName = 'caller' | 'session';

/** A request after authentication. */
export interface AuthenticatedRequest extends Request {
  user: Caller;
}

/** @throws Refusal `auth.required`, `auth.invalid-token` or `auth.forbidden`. */
export async function expressAuthentication(
  request: Request,
  security: string,
  scopes: string[] = [],
): Promise<Caller> {
  const { authenticator, metrics } = servicesOf(request);
  try {
    const caller = await identify(request, authenticator, security as SecurityName);
    const missing = scopes.filter((scope) => !caller.permissions.has(scope as Permission));
    if (missing.length > 0)
      throw new Refusal('auth.forbidden', { detail: `This needs ${missing.join(' and ')}.` });
    return caller;
  } catch (error) {
    const result = error instanceof Refusal ? error.code : 'error';
    metrics.authAttempts.inc({ result, method: request.get('x-api-key') ? 'api-key' : 'access-token' });
    throw error;
  }
}

function identify(request: Request, authenticator: Authenticator, security: SecurityName): Promise<Caller> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (bearer) return authenticator.byAccessToken(bearer);
  const apiKey = request.get('x-api-key');
  if (apiKey && security === 'caller') return authenticator.byApiKey(apiKey);
  throw new Refusal('auth.required', { headers: { 'WWW-Authenticate': 'Bearer' } });
}
