export { createApiKey, parseApiKey, prefixOf } from './api-key.ts';
export { type Authenticator, createAuthenticator } from './authenticator.ts';
export type { Caller } from './caller.ts';
export { isPermission, PERMISSIONS_OF_ROLE, type Permission } from './permissions.ts';
export { parseScopedToken, type ScopedToken, scopedToken } from './scoped-token.ts';
export {
  permissionsOf,
  requiresSecondFactor,
  type SecondFactorRule,
  STANDING_COLUMNS,
  type Standing,
} from './standing.ts';
