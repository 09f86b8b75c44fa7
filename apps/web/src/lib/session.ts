// The session as React state, and what its holder may do.
import { useSyncExternalStore } from 'react';
import { api } from './api.ts';

/** The present state; the component renders again when it changes. */
export const useSession = () => useSyncExternalStore(api.session.subscribe, api.session.state);

/** Permissions the app asks about; the API has the full table and the last word. */
export type Permission =
  | 'reconciliation:start'
  | 'reconciliation:decide'
  | 'reconciliation:cancel'
  | 'audit:read';

/** Whether the signed-in member's role allows it. What it forbids is not offered. */
export function useMay(permission: Permission): boolean {
  const session = useSession();
  return session.status === 'signed-in' && session.user.permissions.includes(permission);
}
