// POST /auth/password for whoever is signed in, POST /auth/password/reset for whoever holds a token of a reset.
import { ChangePasswordRequestWire, ResetPasswordRequestWire } from '@medspasync/schemas';
import {
  Body,
  Extension,
  Middlewares,
  Post,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { ChangePasswordRequest, ResetPasswordRequest } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotent, rateLimited } from '../../platform/http/index.ts';
import type { PasswordResetsService } from './password-resets.service.ts';
import type { PasswordsService } from './passwords.service.ts';

@Route('auth/password')
@Tags('Sign-in')
export class PasswordsController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly resets: PasswordResetsService,
  ) {}

  /** Changes your password and ends your other sessions. */
  @Post()
  @Security('session')
  @Extension('x-idempotent', true)
  @Middlewares(rateLimited('password'), body(ChangePasswordRequestWire), idempotent)
  @SuccessResponse(204, 'Changed')
  async changePassword(
    @Request() request: AuthenticatedRequest,
    @Body() change: ChangePasswordRequest,
  ): Promise<void> {
    await this.passwords.change(request.user, change);
  }

  /** Sets a new password by the token of an administrator, and ends all sessions. Sign in afterwards. */
  @Post('reset')
  @Extension('x-idempotent', true)
  @Middlewares(rateLimited('invitation'), body(ResetPasswordRequestWire), idempotent)
  @SuccessResponse(204, 'Set')
  async resetPassword(@Body() request: ResetPasswordRequest): Promise<void> {
    await this.resets.use(request);
  }
}
