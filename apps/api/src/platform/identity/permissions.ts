// What may be done (`slice:verb`), and which role may do it. The one table.
import type { Role } from '@medspasync/schemas';

const VIEWER = [
  'uploads:read',
  'reconciliation:read',
  'exports:create',
  'models:read',
  'organizations:read',
  'health:read',
  'analytics:read',
] as const;

const REVIEWER = [...VIEWER, 'reconciliation:decide', 'predictions:create', 'uploads:create'] as const;

const MANAGER = [...REVIEWER, 'reconciliation:start', 'reconciliation:cancel'] as const;

const ADMIN = [...MANAGER, 'models:train', 'organizations:manage', 'auth:manage'] as const;

export type Permission = (typeof ADMIN)[number];

export const PERMISSIONS_OF_ROLE: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: VIEWER,
  reviewer: REVIEWER,
  manager: MANAGER,
  admin: ADMIN,
};

export const isPermission = (value: string): value is Permission =>
  (ADMIN as readonly string[]).includes(value);
