// POST /auth/login, /auth/mfa/verify, /auth/refresh, /auth/logout and GET /auth/session.
import { LoginRequestWire, VerifySecondFactorRequestWire } from '@medspasync/schemas';
import {
  Body,
  Controller,
  Get,
  Middlewares,
  Post,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { Request as HttpRequest } from 'express';
import type {
  LoginRequest,
  SecondFactorChallenge,
  SessionUser,
  TokenResponse,
  VerifySecondFactorRequest,
} from '../../generated/wire.ts';
import {
  type AuthenticatedRequest,
  body,
  onlyAllowedOrigins,
  rateLimited,
} from '../../platform/http/index.ts';
import { noRefreshCookie, readRefreshCookie, refreshCookie } from './refresh-cookie.ts';
import type { Grant, SessionsService } from './sessions.service.ts';
import type { SignInService } from './sign-in.service.ts';

@Route('auth')
@Tags('Sign-in')
export class AuthController extends Controller {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
  ) {
    super();
  }

  /**
   * An access token for a few minutes; the refresh token is set as an HttpOnly cookie. Where the account has a second
   * factor, a challenge instead, and no cookie.
   */
  @Post('login')
  @Middlewares(onlyAllowedOrigins, body(LoginRequestWire), rateLimited('login'), rateLimited('login-account'))
  async login(
    @Request() request: HttpRequest,
    @Body() credentials: LoginRequest,
  ): Promise<TokenResponse | SecondFactorChallenge> {
    const userAgent = request.get('user-agent');
    const outcome = await this.signIn.signIn({ ...credentials, userAgent });
    return 'mfa_required' in outcome ? outcome : this.#answer(request, outcome);
  }

  /** The second step of a sign-in: a code of the app, or a recovery code. */
  @Post('mfa/verify')
  @Middlewares(onlyAllowedOrigins, body(VerifySecondFactorRequestWire), rateLimited('second-factor'))
  async verifySecondFactor(
    @Request() request: HttpRequest,
    @Body() proof: VerifySecondFactorRequest,
  ): Promise<TokenResponse> {
    return this.#answer(request, await this.signIn.verify(proof, request.get('user-agent')));
  }

  /** The next access token, for the refresh cookie. Each cookie serves once. */
  @Post('refresh')
  @Middlewares(onlyAllowedOrigins)
  async refresh(@Request() request: HttpRequest): Promise<TokenResponse> {
    const grant = await this.sessions.refresh(readRefreshCookie(request), request.get('user-agent'));
    return this.#answer(request, grant);
  }

  /** Ends the session, told by the refresh cookie or by the access token. */
  @Post('logout')
  @Middlewares(onlyAllowedOrigins)
  @SuccessResponse(204, 'Signed out')
  async logout(@Request() request: HttpRequest): Promise<void> {
    const accessToken = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
    await this.sessions.signOut(accessToken, readRefreshCookie(request));
    this.setHeader('Set-Cookie', noRefreshCookie(request));
  }

  /** Who is calling, and what they may do. */
  @Get('session')
  @Security('caller')
  async getSession(@Request() request: AuthenticatedRequest): Promise<SessionUser> {
    return this.signIn.describe(request.user);
  }

  #answer(request: HttpRequest, grant: Grant): TokenResponse {
    this.setHeader('Set-Cookie', refreshCookie(request, grant.refreshToken, grant.sessionExpiresAt));
    return {
      access_token: grant.accessToken,
      token_type: 'Bearer',
      expires_in: grant.expiresInSeconds,
      user: this.signIn.userOf(grant.profile),
    };
  }
}
