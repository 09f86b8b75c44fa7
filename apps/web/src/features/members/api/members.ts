// Members and invitations of one's organization.
import { bodyOf } from '@medspasync/api-client';
import type {
  ChangeMemberRequestWire,
  CreatedInvitationWire,
  CreateInvitationRequestWire,
  InvitationWire,
  MemberWire,
  PasswordResetWire,
  SessionWire,
} from '@medspasync/schemas';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export const useInvitations = () =>
  useQuery({
    queryKey: queryKeys.invitations,
    queryFn: async ({ signal }): Promise<InvitationWire[]> =>
      (await bodyOf(api.http.GET('/organizations/current/invitations', { signal }))).invitations,
  });

export const useMemberSessions = (user_id: string) =>
  useQuery({
    queryKey: [...queryKeys.members, user_id, 'sessions'],
    queryFn: async ({ signal }): Promise<SessionWire[]> =>
      (
        await bodyOf(
          api.http.GET('/organizations/current/members/{user_id}/sessions', {
            params: { path: { user_id } },
            signal,
          }),
        )
      ).sessions,
  });

const member = (user_id: string) => ({ params: { path: { user_id } } });

export const changeMember = (userId: string, body: ChangeMemberRequestWire): Promise<MemberWire> =>
  bodyOf(api.http.PATCH('/organizations/current/members/{user_id}', { ...member(userId), body }));

export const endMemberSession = (user_id: string, session_id: string) =>
  api.http.DELETE('/organizations/current/members/{user_id}/sessions/{session_id}', {
    params: { path: { user_id, session_id } },
  });

export const endMemberSessions = (userId: string) =>
  api.http.DELETE('/organizations/current/members/{user_id}/sessions', member(userId));

export const resetPassword = (userId: string): Promise<PasswordResetWire> =>
  bodyOf(api.http.POST('/organizations/current/members/{user_id}/password-reset', member(userId)));

export const resetSecondFactor = (userId: string): Promise<PasswordResetWire> =>
  bodyOf(api.http.POST('/organizations/current/members/{user_id}/second-factor-reset', member(userId)));

export const createInvitation = (body: CreateInvitationRequestWire): Promise<CreatedInvitationWire> =>
  bodyOf(api.http.POST('/organizations/current/invitations', { body }));

export const withdrawInvitation = (invitation_id: string) =>
  api.http.DELETE('/organizations/current/invitations/{invitation_id}', {
    params: { path: { invitation_id } },
  });
