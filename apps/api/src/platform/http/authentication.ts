// Who is calling, found out before anything else is looked at: a stranger learns nothing from how a query or a body is
// refused. 'caller' takes an access token or an API key, 'session' only an access token.
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../errors/index.ts';
import type { Authenticator, Caller, Permission } from '../identity/index.ts';
import { operationFinder, type Paths } from './paths.ts';
import { servicesOf } from './services.ts';

/**
 * On requests that an app makes by itself, such as polling, while nobody is at it: they do not count as use of the
 * session (45 CFR 164.312(a)(2)(iii)). Who leaves it out has a session for longer; who adds it, for no longer.
 */
const BACKGROUND_HEADER = 'X-Background';

export type SecurityName = 'caller' | 'session';

/** A request after authentication. */
export interface AuthenticatedRequest extends Request {
  user: Caller;
}

interface SecuredOperation {
  security?: readonly Record<string, readonly string[]>[];
  'x-permissions'?: string[];
}

/** Callers that have been identified, so that the route itself need not look again. */
const identified = new WeakMap<Request, Caller>();

/** Who was found to be calling, whether or not they may. */
export const callerOf = (request: Request): Caller | undefined => identified.get(request);

/** Authenticates every request whose operation asks for it. @param paths of the OpenAPI document. */
export function authenticatedFirst(paths: Paths): RequestHandler {
  const operationOf = operationFinder<SecuredOperation>(paths);
  return async (request, _response, next) => {
    const operation = operationOf(request);
    if (operation?.security?.length)
      await expressAuthentication(request, securityOf(operation), operation['x-permissions']);
    next();
  };
}

const securityOf = ({ security = [] }: SecuredOperation): SecurityName =>
  security.some((credential) => 'apiKey' in credential) ? 'caller' : 'session';

/**
 * Called by the generated routes for every `@Security`; the scopes are the permissions the route needs, all of them.
 * @throws Refusal `auth.required`, `auth.invalid-token` or `auth.forbidden`.
 */
export async function expressAuthentication(
  request: Request,
  security: string,
  scopes: string[] = [],
): Promise<Caller> {
  const { authenticator, metrics } = servicesOf(request);
  const method = request.get('x-api-key') ? 'api-key' : 'access-token';
  const isFirstLook = !identified.has(request);
  try {
    const caller = identified.get(request) ?? (await identify(request, authenticator));
    identified.set(request, caller);
    if (security === 'session' && caller.sessionId === null) throw signInFirst();
    const missing = scopes.filter((scope) => !caller.permissions.has(scope as Permission));
    if (missing.length === 0) {
      if (isFirstLook) metrics.authAttempts.inc({ result: 'ok', method });
      return caller;
    }
    if (caller.lacksSecondFactor) throw new Refusal('auth.second-factor-missing', { missing });
    throw new Refusal('auth.forbidden', { detail: `This needs ${missing.join(' and ')}.`, missing });
  } catch (error) {
    const result = error instanceof Refusal ? error.code : 'error';
    metrics.authAttempts.inc({ result, method });
    throw error;
  }
}

async function identify(request: Request, authenticator: Authenticator): Promise<Caller> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (bearer) return authenticator.byAccessToken(bearer, request.get(BACKGROUND_HEADER) === undefined);
  const apiKey = request.get('x-api-key');
  if (apiKey) return authenticator.byApiKey(apiKey);
  throw signInFirst();
}

const signInFirst = (): Refusal =>
  new Refusal('auth.required', { headers: { 'WWW-Authenticate': 'Bearer' } });
