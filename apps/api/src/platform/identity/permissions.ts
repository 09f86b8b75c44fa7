// What may be done (`slice:verb`), and which role may do it. The one table.
import type { Role } from '@medspasync/schemas';

const MEMBER = [
  'uploads:read',
  'reconciliation:outline',
  'reconciliation:read',
  'exports:outline',
  'exports:create',
  'models:read',
  'organizations:read',
  'periods:read',
  'reimbursements:read',
  'health:read',
  'analytics:read',
  'aliases:read',
] as const;

/** An auditor or bookkeeper: sees what happened, changes nothing. */
const VIEWER = [...MEMBER, 'audit:read'] as const;

const REVIEWER = [
  ...MEMBER,
  'reconciliation:decide',
  'reimbursements:settle',
  'predictions:create',
  'uploads:create',
  'aliases:manage',
] as const;

const MANAGER = [
  ...REVIEWER,
  'reconciliation:start',
  'reconciliation:cancel',
  'write-offs:approve',
  'periods:close',
  'break-glass:open',
] as const;

const ADMIN = [
  ...MANAGER,
  'periods:reopen',
  'models:train',
  'organizations:manage',
  'auth:manage',
  'webhooks:manage',
  'audit:read',
  'break-glass:review',
] as const;

export type Permission = (typeof ADMIN)[number];

export const PERMISSIONS_OF_ROLE: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: VIEWER,
  reviewer: REVIEWER,
  manager: MANAGER,
  admin: ADMIN,
};

/**
 * What shows or takes in data of patients. A member without patient access has none of these, whatever the role, but
 * for the time of an emergency (45 CFR 164.312(a)(2)(ii)).
 */
export const PATIENT_PERMISSIONS: ReadonlySet<Permission> = new Set<Permission>([
  'uploads:read',
  'uploads:create',
  'predictions:create',
  'reconciliation:read',
  'reconciliation:decide',
  'reconciliation:start',
  'reconciliation:cancel',
  'write-offs:approve',
  'reimbursements:read',
  'reimbursements:settle',
  'exports:create',
  'models:train',
  'aliases:manage',
]);

export const isPermission = (value: string): value is Permission =>
  (ADMIN as readonly string[]).includes(value);

/** What shows data of patients shows the same without them to whoever may do no more. */
const OUTLINES: readonly (readonly [inFull: Permission, outline: Permission])[] = [
  ['reconciliation:read', 'reconciliation:outline'],
  ['exports:create', 'exports:outline'],
];

/** With the outline of everything that may be read in full: an API key names only the latter. */
export const withOutlines = (permissions: readonly Permission[]): Permission[] => [
  ...permissions,
  ...OUTLINES.flatMap(([inFull, outline]) => (permissions.includes(inFull) ? [outline] : [])),
];
