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

/** Columns of a `Standing`, for a query over memberships `m` and organizations `o`. */
export const STANDING_COLUMNS = `
  m.role,
  m.patient_access OR EXISTS (
    SELECT FROM break_glass b WHERE b.organization_id = m.organization_id AND b.user_id = m.user_id
      AND b.ended_at IS NULL AND b.expires_at > now()) AS "seesPatients",
  EXISTS (
    SELECT FROM second_factors f WHERE f.organization_id = m.organization_id AND f.user_id = m.user_id
      AND f.confirmed_at IS NOT NULL) AS "hasSecondFactor",
  o.second_factor_required AS "organizationRequiresSecondFactor"`;

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
