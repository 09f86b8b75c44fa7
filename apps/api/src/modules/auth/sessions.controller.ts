// GET and DELETE /auth/sessions, DELETE /auth/sessions/{session_id}: a person's own.
import { Delete, Get, Path, Request, Route, Security, SuccessResponse, Tags } from '@tsoa/runtime';
import type { Sessions } from '../../generated/wire.ts';
import type { AuthenticatedRequest, Uuid } from '../../platform/http/index.ts';
import type { SessionsService } from './sessions.service.ts';

@Route('auth/sessions')
@Tags('Sign-in')
@Security('session')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /** Where you are signed in. */
  @Get()
  async listSessions(@Request() request: AuthenticatedRequest): Promise<Sessions> {
    return { sessions: await this.sessions.list(request.user) };
  }

  /** Signs one of your sessions out; its tokens stop working at once. */
  @Delete('{session_id}')
  @SuccessResponse(204, 'Signed out')
  async endSession(@Request() request: AuthenticatedRequest, @Path() session_id: Uuid): Promise<void> {
    await this.sessions.end(request.user, session_id);
  }

  /** Signs you out everywhere but here. */
  @Delete()
  @SuccessResponse(204, 'Signed out')
  async endOtherSessions(@Request() request: AuthenticatedRequest): Promise<void> {
    await this.sessions.endAll(request.user);
  }
}
