// /auth/mfa: a person's own second factor.
import {
  BeginSecondFactorRequestWire,
  ConfirmSecondFactorRequestWire,
  ProveBothFactorsRequestWire,
} from '@medspasync/schemas';
import {
  Body,
  Extension,
  Get,
  Middlewares,
  Post,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type {
  BeginSecondFactorRequest,
  BegunSecondFactor,
  ConfirmSecondFactorRequest,
  ProveBothFactorsRequest,
  RecoveryCodes,
  SecondFactorStatus,
} from '../../generated/wire.ts';
import {
  type AuthenticatedRequest,
  body,
  idempotent,
  idempotentUnkept,
  rateLimited,
} from '../../platform/http/index.ts';
import type { SecondFactorsService } from './second-factors.service.ts';

@Route('auth/mfa')
@Tags('Second factor')
@Security('session')
export class SecondFactorsController {
  constructor(private readonly factors: SecondFactorsService) {}

  /** Whether you have a second factor, need one, and how many recovery codes are left. */
  @Get()
  async getSecondFactor(@Request() request: AuthenticatedRequest): Promise<SecondFactorStatus> {
    return this.factors.status(request.user);
  }

  /** Begins setting one up: the secret for the authenticator app. Nothing is asked for before it is confirmed. */
  @Post('totp')
  @Extension('x-idempotent', true)
  @Middlewares(rateLimited('password'), body(BeginSecondFactorRequestWire), idempotentUnkept)
  async beginSecondFactor(
    @Request() request: AuthenticatedRequest,
    @Body() proof: BeginSecondFactorRequest,
  ): Promise<BegunSecondFactor> {
    return this.factors.begin(request.user, proof.password);
  }

  /** Turns it on with a first code, ends your other sessions and gives the recovery codes, this once. */
  @Post('totp/confirm')
  @Extension('x-idempotent', true)
  @Middlewares(rateLimited('second-factor'), body(ConfirmSecondFactorRequestWire), idempotentUnkept)
  async confirmSecondFactor(
    @Request() request: AuthenticatedRequest,
    @Body() proof: ConfirmSecondFactorRequest,
  ): Promise<RecoveryCodes> {
    return this.factors.confirm(request.user, proof.code);
  }

  /** Turns it off. */
  @Post('disable')
  @Extension('x-idempotent', true)
  @Middlewares(rateLimited('second-factor'), body(ProveBothFactorsRequestWire), idempotent)
  @SuccessResponse(204, 'Off')
  async disableSecondFactor(
    @Request() request: AuthenticatedRequest,
    @Body() proof: ProveBothFactorsRequest,
  ): Promise<void> {
    await this.factors.disable(request.user, proof);
  }

  /** Makes new recovery codes; the earlier ones stop working. */
  @Post('recovery-codes')
  @Extension('x-idempotent', true)
  @Middlewares(rateLimited('second-factor'), body(ProveBothFactorsRequestWire), idempotentUnkept)
  async renewRecoveryCodes(
    @Request() request: AuthenticatedRequest,
    @Body() proof: ProveBothFactorsRequest,
  ): Promise<RecoveryCodes> {
    return this.factors.renewRecoveryCodes(request.user, proof);
  }
}
