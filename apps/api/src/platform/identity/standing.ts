// What a member may do today: the role, less what the moment takes away. Asked by sign-in and by every request.
import type { Role } from '@medspasync/schemas';
import { PATIENT_PERMISSIONS, PERMISSIONS_OF_ROLE, type Permission } from './permissions.ts';

export interface Standing {
  role: Role;
  /** By the membership, or for the time of an emergency. */
  seesPatients: boolean;
  hasSecondFactor: boolean;
  /** By the organization's own setting, of everybody. */
  organizationRequiresSecondFactor: boolean;
}

/** Columns of a `Standing`, for a query over `standings t` or a function that tells them. */
export const STANDING_COLUMNS = `
  t.role, t.sees_patients AS "seesPatients", t.has_second_factor AS "hasSecondFactor",
  t.organization_requires_second_factor AS "organizationRequiresSecondFactor"`;

export interface SecondFactorRule {
  requiredForAdmin: boolean;
}

export const requiresSecondFactor = (standing: Standing, rule: SecondFactorRule): boolean =>
  standing.organizationRequiresSecondFactor || (rule.requiredForAdmin && standing.role === 'admin');

/** Whoever has to set up a second factor first may do nothing else. */
export function permissionsOf(standing: Standing, rule: SecondFactorRule): Permission[] {
  if (requiresSecondFactor(standing, rule) && !standing.hasSecondFactor) return [];
  return PERMISSIONS_OF_ROLE[standing.role].filter(
    (permission) => standing.seesPatients || !PATIENT_PERMISSIONS.has(permission),
  );
}
