export { createApiKey, parseApiKey } from './api-key.ts';
export { type Authenticator, createAuthenticator } from './authenticator.ts';
export type { Caller } from './caller.ts';
export { isPermission, PERMISSIONS_OF_ROLE, type Permission } from './permissions.ts';
