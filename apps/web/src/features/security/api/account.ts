// One's own password, second factor and sessions.
import { bodyOf } from '@medspasync/api-client';
import type {
  BegunSecondFactorWire,
  ChangePasswordRequestWire,
  ProveBothFactorsRequestWire,
  RecoveryCodesWire,
  SecondFactorStatusWire,
  SessionWire,
} from '@medspasync/schemas';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export const useSecondFactor = () =>
  useQuery({
    queryKey: queryKeys.secondFactor,
    queryFn: ({ signal }): Promise<SecondFactorStatusWire> => bodyOf(api.http.GET('/auth/mfa', { signal })),
  });

export const useSessions = () =>
  useQuery({
    queryKey: queryKeys.sessions,
    queryFn: async ({ signal }): Promise<SessionWire[]> =>
      (await bodyOf(api.http.GET('/auth/sessions', { signal }))).sessions,
  });

export const changePassword = (body: ChangePasswordRequestWire) => api.http.POST('/auth/password', { body });

export const beginSecondFactor = (password: string): Promise<BegunSecondFactorWire> =>
  bodyOf(api.http.POST('/auth/mfa/totp', { body: { password } }));

export const confirmSecondFactor = (code: string): Promise<RecoveryCodesWire> =>
  bodyOf(api.http.POST('/auth/mfa/totp/confirm', { body: { code } }));

export const disableSecondFactor = (body: ProveBothFactorsRequestWire) =>
  api.http.POST('/auth/mfa/disable', { body });

export const renewRecoveryCodes = (body: ProveBothFactorsRequestWire): Promise<RecoveryCodesWire> =>
  bodyOf(api.http.POST('/auth/mfa/recovery-codes', { body }));

export const endSession = (session_id: string) =>
  api.http.DELETE('/auth/sessions/{session_id}', { params: { path: { session_id } } });

export const endOtherSessions = () => api.http.DELETE('/auth/sessions');
