// GET and PATCH /organizations/current/features.
import { ChangeFeaturesRequestWire } from '@medspasync/schemas';
import { Body, Get, Middlewares, Patch, Request, Route, Security, Tags } from '@tsoa/runtime';
import type { ChangeFeaturesRequest, Features } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body } from '../../platform/http/index.ts';
import type { FeaturesService } from './features.service.ts';

@Route('organizations/current/features')
@Tags('Organization')
export class FeaturesController {
  constructor(private readonly features: FeaturesService) {}

  /** What can be turned on and off, and what is on. */
  @Get()
  @Security('caller', ['organizations:read'])
  async listFeatures(@Request() request: AuthenticatedRequest): Promise<Features> {
    return { features: await this.features.list(request.user) };
  }

  /** Turns features on or off for everybody; `null` goes back to the default. */
  @Patch()
  @Security('session', ['organizations:manage'])
  @Middlewares(body(ChangeFeaturesRequestWire))
  async changeFeatures(
    @Request() request: AuthenticatedRequest,
    @Body() change: ChangeFeaturesRequest,
  ): Promise<Features> {
    return { features: await this.features.change(request.user, change) };
  }
}
