// GET /organizations/current/members and PATCH of one; what an administrator does about a member's way in.
import { ChangeMemberRequestWire } from '@medspasync/schemas';
import {
  Body,
  Delete,
  Extension,
  Get,
  Middlewares,
  Patch,
  Path,
  Post,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { ChangeMemberRequest, Member, Members, PasswordReset, Sessions } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotentUnkept, type Uuid } from '../../platform/http/index.ts';
import type { PasswordResetsService, SessionsService } from '../auth/index.ts';
import type { MembersService } from './members.service.ts';

@Route('organizations/current/members')
@Tags('Members')
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly sessions: SessionsService,
    private readonly passwordResets: PasswordResetsService,
  ) {}

  /** Who works for the organization, and as what. */
  @Get()
  @Security('caller', ['organizations:read'])
  async getMembers(@Request() request: AuthenticatedRequest): Promise<Members> {
    return { members: await this.members.list(request.user) };
  }

  /** Changes a role or patient access, disables or enables: another member, never oneself. A lost role ends the sessions. */
  @Patch('{user_id}')
  @Security('session', ['organizations:manage'])
  @Middlewares(body(ChangeMemberRequestWire))
  async changeMember(
    @Request() request: AuthenticatedRequest,
    @Path() user_id: Uuid,
    @Body() change: ChangeMemberRequest,
  ): Promise<Member> {
    return this.members.change(request.user, user_id, change);
  }

  /** A link for another member who has forgotten the password. It sets a new one; the second factor stays. */
  @Post('{user_id}/password-reset')
  @Security('session', ['organizations:manage'])
  @Extension('x-idempotent', true)
  @Middlewares(idempotentUnkept)
  @SuccessResponse(201, 'Created')
  async resetMemberPassword(
    @Request() request: AuthenticatedRequest,
    @Path() user_id: Uuid,
  ): Promise<PasswordReset> {
    return this.passwordResets.create(request.user, user_id);
  }

  /** For another member who has lost the authenticator and every recovery code: both factors go, the link sets a password. */
  @Post('{user_id}/second-factor-reset')
  @Security('session', ['organizations:manage'])
  @Extension('x-idempotent', true)
  @Middlewares(idempotentUnkept)
  @SuccessResponse(201, 'Created')
  async resetMemberSecondFactor(
    @Request() request: AuthenticatedRequest,
    @Path() user_id: Uuid,
  ): Promise<PasswordReset> {
    return this.passwordResets.startOver(request.user, user_id);
  }

  /** Where a member is signed in. */
  @Get('{user_id}/sessions')
  @Security('session', ['organizations:manage'])
  async listMemberSessions(
    @Request() request: AuthenticatedRequest,
    @Path() user_id: Uuid,
  ): Promise<Sessions> {
    return { sessions: await this.sessions.list(request.user, user_id) };
  }

  /** Signs a member out everywhere. */
  @Delete('{user_id}/sessions')
  @Security('session', ['organizations:manage'])
  @SuccessResponse(204, 'Signed out')
  async endMemberSessions(@Request() request: AuthenticatedRequest, @Path() user_id: Uuid): Promise<void> {
    await this.sessions.endAll(request.user, user_id);
  }

  /** Signs a member out of one session. */
  @Delete('{user_id}/sessions/{session_id}')
  @Security('session', ['organizations:manage'])
  @SuccessResponse(204, 'Signed out')
  async endMemberSession(
    @Request() request: AuthenticatedRequest,
    @Path() user_id: Uuid,
    @Path() session_id: Uuid,
  ): Promise<void> {
    await this.sessions.end(request.user, session_id, user_id);
  }
}
