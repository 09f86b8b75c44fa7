// /auth/break-glass: emergency access, opened, given back and reviewed.
import { OpenBreakGlassRequestWire, ReviewBreakGlassRequestWire } from '@medspasync/schemas';
import {
  Body,
  Delete,
  Extension,
  Get,
  Middlewares,
  Path,
  Post,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type {
  BreakGlass,
  BreakGlasses,
  OpenBreakGlassRequest,
  ReviewBreakGlassRequest,
} from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotent, type Uuid } from '../../platform/http/index.ts';
import type { BreakGlassService } from './break-glass.service.ts';

@Route('auth/break-glass')
@Tags('Emergency access')
export class BreakGlassController {
  constructor(private readonly breakGlass: BreakGlassService) {}

  /** Opens access to patient data for at most an hour. Everybody of the organization is told. */
  @Post()
  @Security('session', ['break-glass:open'])
  @Extension('x-idempotent', true)
  @Middlewares(body(OpenBreakGlassRequestWire), idempotent)
  @SuccessResponse(201, 'Opened')
  async openBreakGlass(
    @Request() request: AuthenticatedRequest,
    @Body() wanted: OpenBreakGlassRequest,
  ): Promise<BreakGlass> {
    return this.breakGlass.open(request.user, wanted);
  }

  /** Emergency accesses, the newest first: all for whoever reviews them, else your own. */
  @Get()
  @Security('session', ['break-glass:open'])
  async listBreakGlasses(@Request() request: AuthenticatedRequest): Promise<BreakGlasses> {
    return { break_glasses: await this.breakGlass.list(request.user) };
  }

  /** Gives your access back before its time. */
  @Delete('{break_glass_id}')
  @Security('session', ['break-glass:open'])
  @SuccessResponse(204, 'Given back')
  async endBreakGlass(@Request() request: AuthenticatedRequest, @Path() break_glass_id: Uuid): Promise<void> {
    await this.breakGlass.end(request.user, break_glass_id);
  }

  /** Notes that somebody else has looked at what was done and why. */
  @Post('{break_glass_id}/review')
  @Security('session', ['break-glass:review'])
  @Extension('x-idempotent', true)
  @Middlewares(body(ReviewBreakGlassRequestWire), idempotent)
  async reviewBreakGlass(
    @Request() request: AuthenticatedRequest,
    @Path() break_glass_id: Uuid,
    @Body() review: ReviewBreakGlassRequest,
  ): Promise<BreakGlass> {
    return this.breakGlass.review(request.user, break_glass_id, review);
  }
}
