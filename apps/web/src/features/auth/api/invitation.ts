// An invitation as the person who was invited sees it. Its token is sent in bodies only.
import { bodyOf } from '@medspasync/api-client';
import type { AcceptInvitationRequestWire, OpenedInvitationWire } from '@medspasync/schemas';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';

export const useInvitation = (token: string) =>
  useQuery({
    // Not the token: what is cached under stays in memory, but a key is easily logged.
    queryKey: ['invitation'],
    queryFn: ({ signal }): Promise<OpenedInvitationWire> =>
      bodyOf(api.http.POST('/invitations/open', { body: { token }, signal })),
    gcTime: 0,
  });

export const acceptInvitation = (request: AcceptInvitationRequestWire): Promise<OpenedInvitationWire> =>
  bodyOf(api.http.POST('/invitations/accept', { body: request }));
