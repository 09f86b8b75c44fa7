// The session as React state, and what its holder may do.
import type { Feature, SessionUserWire } from '@medspasync/schemas';
import { useSyncExternalStore } from 'react';
import { env } from '../config/env.ts';
import { api } from './api.ts';

/** The present state; the component renders again when it changes. */
export const useSession = () => useSyncExternalStore(api.session.subscribe, api.session.state);

/** Permissions the app asks about; the API has the full table and the last word. */
export type Permission =
  | 'reconciliation:start'
  | 'reconciliation:decide'
  | 'reconciliation:cancel'
  | 'organizations:manage'
  | 'auth:manage'
  | 'periods:read'
  | 'periods:close'
  | 'periods:reopen'
  | 'write-offs:approve'
  | 'reimbursements:read'
  | 'reimbursements:settle'
  | 'aliases:manage'
  | 'models:train'
  | 'webhooks:manage'
  | 'audit:read'
  | 'break-glass:open'
  | 'break-glass:review';

/** Whether the signed-in member's role allows it. What it forbids is not offered. */
export function useMay(permission: Permission): boolean {
  const session = useSession();
  return session.status === 'signed-in' && session.user.permissions.includes(permission);
}

/** Whether the organization has it turned on, and this build offers it. What is off is not offered. */
export function useFeature(feature: Feature): boolean {
  const session = useSession();
  const isBuiltIn = feature !== 'ai_reconciliation' || env.canReconcile;
  return isBuiltIn && session.status === 'signed-in' && session.user.features[feature];
}

/** Who is signed in; only under pages behind the sign-in. */
export function useUser(): SessionUserWire {
  const session = useSession();
  if (session.status !== 'signed-in') throw new Error('useUser needs a session');
  return session.user;
}

/** Whether there is nothing to do but to set up a second factor. */
export const mustSetUpSecondFactor = (user: SessionUserWire): boolean =>
  user.second_factor_required && !user.has_second_factor;
